import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Plot } from '../charts/plot.ts';
import { BITS } from '../options/settings.ts';
import { type Goal, pointText } from './best.ts';
import { background, HEIGHT, MARGIN } from './chart-background.ts';
import { sizeColor } from './sizes.ts';
import { type Point, pointKey, type Survey } from './survey.ts';

export interface ChartView {
  readonly plot: Plot | null;
  readonly survey: Survey;
  /** Changes when there are more points. */
  readonly version: number;
  readonly width: number;
  readonly goal: Goal;
  readonly current: Pick<Point, 'groupSize' | 'bits'>;
  readonly best: Point | undefined;
  /** The point that Tab leads to. */
  readonly active: string;
  readonly point: (key: string | null) => void;
  readonly apply: (point: Point) => void;
  readonly move: (key: string) => void;
}

/** The chart: axes and lines are a picture, the points over it can be focused and chosen. */
export function tradeoffChart(view: ChartView): TemplateResult {
  const { plot, survey, width, version, goal } = view;
  if (!plot || width < 1) return html`<div class="plot"></div>`;
  const { x, y } = domains(survey, goal);
  const across = (value: number): number =>
    MARGIN.left + ((value - x[0]) / (x[1] - x[0])) * (width - MARGIN.left - MARGIN.right);
  const up = (value: number): number =>
    HEIGHT -
    MARGIN.bottom -
    ((value - y[0]) / (y[1] - y[0])) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const points = [...survey.points.values()].filter(({ sqnrDb }) => Number.isFinite(sqnrDb));
  return html`<div class="plot">
    <div aria-hidden="true">
      ${guard([plot, survey, version, width, goal], () => background(plot, view, points, x, y))}
    </div>
    <svg
      class="points"
      width=${width}
      height=${HEIGHT}
      viewBox="0 0 ${width} ${HEIGHT}"
      role="group"
      aria-label="Settings: bits per weight against signal to noise. Arrow keys go from one to the next, Enter applies it."
    >
      ${points.map((point) => pointTemplate(point, view, across(point.bitsPerWeight), up(point.sqnrDb)))}
    </svg>
  </div>`;
}

function pointTemplate(point: Point, view: ChartView, x: number, y: number): TemplateResult {
  const { survey, current, best, active } = view;
  const key = pointKey(point);
  const isCurrent = key === pointKey(current);
  const isBest = best !== undefined && key === pointKey(best);
  const said = `${pointText(point)}${isCurrent ? '; the current setting' : ''}${isBest ? '; the best for the goal' : ''}`;
  return svg`<g
    class="point ${isCurrent ? 'current' : ''} ${isBest ? 'best' : ''}"
    role="button"
    tabindex=${key === active ? 0 : -1}
    aria-label=${said}
    data-key=${key}
    transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"
    fill=${sizeColor(survey.sizes.indexOf(point.groupSize), survey.sizes.length)}
    @click=${() => view.apply(point)}
    @keydown=${(event: KeyboardEvent) => keyOn(event, point, view)}
    @pointerenter=${() => view.point(key)}
    @pointerleave=${() => view.point(null)}
    @focus=${() => view.point(key)}
    @blur=${() => view.point(null)}
  >
    <circle class="hit" r="11"></circle>
    <circle class="dot" r="4.5"></circle>
    ${isCurrent ? svg`<circle class="ring" r="9"></circle>` : nothing}
    ${isBest ? svg`<path class="ring goal" d="M0 -13 13 0 0 13 -13 0Z"></path>` : nothing}
  </g>`;
}

/** Left and right: fewer and more bits; up and down: smaller and larger groups. */
function keyOn(event: KeyboardEvent, point: Point, view: ChartView): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    view.apply(point);
    return;
  }
  const [bits, size] = (
    { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<
      string,
      readonly [number, number]
    >
  )[event.key] ?? [0, 0];
  if (bits === 0 && size === 0) return;
  event.preventDefault();
  const { sizes, points } = view.survey;
  const groupSize = sizes[sizes.indexOf(point.groupSize) + size];
  const next = BITS[BITS.indexOf(point.bits as (typeof BITS)[number]) + bits];
  if (groupSize === undefined || next === undefined) return;
  const key = pointKey({ groupSize, bits: next });
  if (points.has(key)) view.move(key);
}

/** Fixed as far as can be known, so that little moves while points come. */
function domains(
  { points }: Survey,
  goal: Goal,
): { x: readonly [number, number]; y: readonly [number, number] } {
  const finite = [...points.values()].filter(({ sqnrDb }) => Number.isFinite(sqnrDb));
  const decibels = [
    ...finite.map(({ sqnrDb }) => sqnrDb),
    ...(goal.kind === 'sqnr' ? [goal.sqnr] : []),
  ];
  const most = Math.max(45, ...decibels);
  const least = Math.min(0, ...decibels);
  const widest = Math.max(10, ...finite.map(({ bitsPerWeight }) => bitsPerWeight));
  return {
    x: [1.5, widest + 0.6],
    y: [5 * Math.floor(least / 5), 5 * Math.ceil((most + 1) / 5)],
  };
}
