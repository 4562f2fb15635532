import { draw, type Plot } from '../charts/plot.ts';
import type { Goal } from './best.ts';
import { sizeColor, sizeName } from './sizes.ts';
import type { Point, Survey } from './survey.ts';

export const HEIGHT = 380;
export const MARGIN = { left: 44, right: 24, top: 22, bottom: 38 };

/** From this width on, every line is named at its end; on a narrower chart, those that stand apart. */
const ROOMY = 480;

function isApart(groupSize: Point['groupSize'], { sizes }: Survey): boolean {
  return typeof groupSize === 'string' || groupSize === sizes[0];
}

export interface Pictured {
  readonly survey: Survey;
  readonly width: number;
  readonly goal: Goal;
}

/** What lies under the points: axes, a line for each group size, and the goal. */
export function background(
  plot: Plot,
  { survey, width, goal }: Pictured,
  points: readonly Point[],
  x: readonly [number, number],
  y: readonly [number, number],
): SVGSVGElement {
  const ordered = points.toSorted((a, b) => a.bits - b.bits);
  return draw(plot, {
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { domain: x, grid: true, label: 'bits per weight, scales included', ticks: width / 80 },
    y: { domain: y, grid: true, label: 'SQNR, dB', ticks: 8 },
    marks: [
      ...survey.sizes.map((size, index) =>
        plot.line(
          ordered.filter(({ groupSize }) => groupSize === size),
          {
            x: 'bitsPerWeight',
            y: 'sqnrDb',
            stroke: sizeColor(index, survey.sizes.length),
            strokeWidth: 1.25,
          },
        ),
      ),
      plot.text(
        ordered.filter(
          ({ bits, groupSize }) => bits === 8 && (width >= ROOMY || isApart(groupSize, survey)),
        ),
        {
          x: 'bitsPerWeight',
          y: 'sqnrDb',
          text: ({ groupSize }: Point) => sizeName(groupSize),
          dx: 10,
          textAnchor: 'start',
          fill: 'var(--_ink-soft)',
          stroke: 'var(--_raised)',
          strokeWidth: 4,
        },
      ),
      goal.kind === 'sqnr'
        ? plot.ruleY([goal.sqnr], { stroke: 'var(--_ink)', strokeDasharray: '3 4' })
        : plot.ruleX([goal.budget], { stroke: 'var(--_ink)', strokeDasharray: '3 4' }),
    ],
  });
}
