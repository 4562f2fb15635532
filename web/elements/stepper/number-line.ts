import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { float32Text } from '../text/float32.ts';
import { properties } from '../ui/properties.ts';
import { type Lit, litClass } from '../walk/highlight.ts';
import { type Dot, type Lane, type Line, type Stage, xOf } from './stage.ts';

export interface NumberLineView {
  readonly stage: Stage;
  readonly line: Line;
  readonly largestCode: number;
  readonly lit: Lit;
  /** What the picture shows, in words. */
  readonly label: string;
  /** Index of the weight being dragged. */
  readonly dragged: number | null;
  readonly draggable: boolean;
}

/** The weights as dots over a line, a lane for each group, with the integer codes as the line's ticks. */
export function numberLine(view: NumberLineView): TemplateResult {
  const { stage, label } = view;
  return html`<svg
    class="line ${view.draggable ? 'draggable' : ''}"
    part="number-line"
    role="img"
    aria-label=${label}
    width=${stage.width}
    height=${stage.height}
    viewBox="0 0 ${stage.width} ${stage.height}"
  >
    ${repeat(
      stage.lanes,
      (lane) => lane.group.index,
      (lane) => laneTemplate(lane, view),
    )}
    ${repeat(
      stage.dots,
      (dot) => dot.weight.index,
      (dot) => stemTemplate(dot, view),
    )}
    ${repeat(
      stage.dots,
      (dot) => dot.weight.index,
      (dot) => ghostTemplate(dot, view),
    )}
    ${repeat(
      stage.dots,
      (dot) => dot.weight.index,
      (dot) => dotTemplate(dot, view),
    )}
  </svg>`;
}

function laneTemplate(lane: Lane, view: NumberLineView): TemplateResult {
  const { line, stage, lit } = view;
  const { group, baseline } = lane;
  const apart = line.lanes === 'groups';
  const shown = apart || group.index === 0;
  return svg`<g
    class="lane hue-${group.index % 4} ${litClass(lit, { group: group.index })}"
    data-group=${apart ? group.index : nothing}
    ${properties({ transform: `translateY(${baseline}px)`, opacity: shown ? '1' : '0' })}
  >
    <rect class="hit" x="0" y="-60" width=${stage.width} height="84"></rect>
    ${reach(lane, view)}
    <path class="grid" d=${gridPath(lane, view)} ${properties({ opacity: line.showGrid ? '1' : '0' })}></path>
    <path class="axis" d="M0 0H${stage.width}M${stage.width / 2} -5V5"></path>
    ${labels(lane, view)}
    ${apart && stage.lanes.length > 1 ? svg`<text class="lane-name" x="0" y="-10">${group.index + 1}</text>` : nothing}
  </g>`;
}

/** The band from -absmax to absmax. */
function reach(lane: Lane, { line, stage }: NumberLineView): TemplateResult {
  const { group, limit } = lane;
  const largest = group.weights.find((weight) => weight.isAbsmax);
  const end = line.axis === 'own' ? Math.abs(largest?.quotient ?? 0) : group.trace.absmax;
  const half = xOf(end / limit, stage.width) - stage.width / 2;
  return svg`<path
    class="reach"
    d="M0 -9H1V9H0Z"
    ${properties({
      transform: `translateX(${stage.width / 2 - half}px) scaleX(${2 * half})`,
      opacity: line.showAbsmax ? '1' : '0',
    })}
  ></path>`;
}

/** A tick for each code; where they would be closer than 2.4 px, for every second, fifth, tenth … */
function gridPath(lane: Lane, { stage, largestCode }: NumberLineView): string {
  const spacing = xOf(1 / lane.limit, stage.width) - stage.width / 2 || 1;
  const every = [1, 2, 5, 10, 20, 50].find((step) => step * spacing >= 2.4) ?? largestCode;
  let path = '';
  for (let code = 0; code <= largestCode; code += every) {
    for (const signed of code === 0 ? [0] : [code, -code]) {
      path += `M${xOf(signed / lane.limit, stage.width).toFixed(2)} -5V5`;
    }
  }
  return path;
}

function labels(lane: Lane, view: NumberLineView): TemplateResult[] {
  const { line, stage, largestCode } = view;
  const at = (share: number, text: string): TemplateResult =>
    svg`<text class="label" y="18" x=${xOf(share, stage.width)}>${text}</text>`;
  if (line.labels === 'codes') {
    const room = stage.width / (2 * largestCode + 1) >= 26;
    const codes = room
      ? Array.from({ length: 2 * largestCode + 1 }, (_, index) => index - largestCode)
      : [-largestCode, 0, largestCode];
    return codes.map((code) => at(code / lane.limit, String(code)));
  }
  const { absmax } = lane.group.trace;
  const largest = lane.group.weights.find((weight) => weight.isAbsmax);
  const overall = line.axis === 'shared' ? overallAbsmax(stage) : absmax;
  const end = line.axis === 'own' ? Math.abs(largest?.quotient ?? 0) : overall;
  if (overall === 0) return [at(0, '0')];
  return [
    at(-end / lane.limit, float32Text(-overall)),
    at(0, '0'),
    at(end / lane.limit, float32Text(overall)),
  ];
}

function overallAbsmax(stage: Stage): number {
  return Math.max(...stage.lanes.map((lane) => lane.group.trace.absmax));
}

function ghostTemplate(dot: Dot, { line, stage }: NumberLineView): TemplateResult {
  return svg`<circle
    class="ghost hue-${dot.weight.group % 4}"
    r=${stage.radius - 2}
    ${properties({
      transform: `translate(${dot.ghostX}px, ${dot.baseline}px)`,
      opacity: line.showGhosts ? '1' : '0',
    })}
  ></circle>`;
}

/** From the dot down to the axis; under all dots, so that it crosses none. */
function stemTemplate({ weight, x, y, baseline }: Dot, view: NumberLineView): TemplateResult {
  const hue = view.line.lanes === 'groups' ? `hue-${weight.group % 4}` : 'hue-none';
  return svg`<path
    class="stem ${hue} ${view.dragged === weight.index ? 'dragged' : ''}"
    d="M-0.5 0V1H0.5V0Z"
    ${properties({ transform: `translate(${x}px, ${y}px) scaleY(${baseline - y})` })}
  ></path>`;
}

function dotTemplate(dot: Dot, view: NumberLineView): TemplateResult {
  const { weight, x, y } = dot;
  const { radius } = view.stage;
  const apart = view.line.lanes === 'groups';
  const classes = [
    'dot',
    apart ? `hue-${weight.group % 4}` : 'hue-none',
    litClass(view.lit, { weight: weight.index, group: weight.group }),
    view.dragged === weight.index ? 'dragged' : '',
    view.line.showAbsmax && weight.isAbsmax ? 'largest' : '',
  ];
  return svg`<g
    class=${classes.join(' ')}
    data-weight=${weight.index}
    ${properties({ transform: `translate(${x}px, ${y}px)` })}
  >
    <circle r=${radius}></circle>
    ${radius >= 8 ? svg`<text y="3.2">${weight.index + 1}</text>` : nothing}
  </g>`;
}
