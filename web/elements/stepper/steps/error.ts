import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatDecibels, formatFloat32, formatShort, plural } from '../../text/format.ts';
import { glossary } from '../../ui/glossary.ts';
import { litClass } from '../../walk/highlight.ts';
import type { WalkedGroup } from '../../walk/walk.ts';
import { abs, equals, formula, given, hat, num, op, operand, sub } from '../formula.ts';
import { type FocusedView, listed, type Step } from './step.ts';
export const error: Step = {
  name: 'error',
  title: 'Error',
  prose: ({ walk }) => html`<p>
      What quantization cost: the distance between each weight and what came back. When nothing is clipped (cut off at the
      last code), no error of a group is larger than half of its scale${walk.settings.rounding === 'truncate' ? ' (a whole scale, when truncating)' : ''}, so
      a small scale means small errors.
    </p>
    <dl class="figures">
      <div><dt>largest error</dt><dd class="number">${formatFloat32(walk.measured.maxAbs)}</dd></div>
      <div><dt>RMS error</dt><dd class="number">${formatShort(walk.measured.rmse)}</dd></div>
      <div><dt>signal to noise (SQNR)</dt><dd class="number">${formatDecibels(walk.measured.sqnrDb)}</dd></div>
      ${walk.measured.zeroed > 0 ? html`<div class="loss"><dt>lost</dt><dd>${plural(walk.measured.zeroed, 'weight')}</dd></div>` : nothing}
      ${walk.measured.clipped > 0 ? html`<div class="loss"><dt>clipped</dt><dd>${plural(walk.measured.clipped, 'weight')}</dd></div>` : nothing}
    </dl>
    ${glossary('rms', 'sqnr')}`,
  formula: ({ weight }) =>
    formula(
      [
        sub('e', weight.index + 1),
        equals(),
        abs([hat('w', weight.index + 1), op('−'), sub('w', weight.index + 1)]),
      ],
      [
        equals(),
        abs([num(weight.recovered), op('−'), operand(weight.weight, given(weight.weight))]),
      ],
      [equals(), num(weight.error)],
    ),
  line: null,
  picture: errorBars,
  reveals: 'error',
  summary: (walk) =>
    `Errors: ${listed(walk.weights.map((weight) => weight.error))}. The largest is ${formatFloat32(walk.measured.maxAbs)}.`,
};

const HEIGHT = 132;
const TOP = 22;
const BASE = HEIGHT - 24;

/** A bar for each weight's error. Each group has an axis of its own, in the weights' unit, up to its largest error. */
function errorBars(view: FocusedView): TemplateResult {
  return html`<figure class="bars" part="error-bars">
    <div class="bar-groups">${view.walk.groups.map((group) => groupBars(group, view))}</div>
    <figcaption>
      |recovered − weight|, in the unit of the weights.
      ${view.walk.groups.length > 1 ? 'Each group has its own axis: mind the figure at its top.' : ''}
    </figcaption>
  </figure>`;
}

function groupBars(group: WalkedGroup, { lit, walk, width }: FocusedView): TemplateResult {
  const { weights, trace, index } = group;
  const wide = Math.max(120, Math.min(width, (width * weights.length) / walk.weights.length - 12));
  const slot = wide / weights.length;
  const bar = Math.min(36, slot * 0.62);
  const label = `Errors of group ${index + 1}, up to ${formatFloat32(trace.maxError)}`;
  return html`<svg class="bar-group hue-${index % 4}" role="img" aria-label=${label} width=${wide} height=${HEIGHT}>
    <path class="axis" d="M0 ${BASE + 0.5}H${wide}"></path>
    <path class="top" d="M0 ${TOP + 0.5}H${wide}"></path>
    <text class="label start" x="0" y=${TOP - 7}>${formatFloat32(trace.maxError)}</text>
    ${weights.map((weight, at) => {
      const height = trace.maxError > 0 ? (weight.error / trace.maxError) * (BASE - TOP) : 0;
      const middle = (at + 0.5) * slot;
      return svg`<g class="bar ${litClass(lit, { weight: weight.index, group: index })}" data-weight=${weight.index}>
        <rect class="hit" x=${at * slot} y="0" width=${slot} height=${HEIGHT}></rect>
        <rect class="ink" x=${middle - bar / 2} y=${BASE - height} width=${bar} height=${height}></rect>
        ${slot >= 14 ? svg`<text class="label" x=${middle} y=${BASE + 17}>${weight.index + 1}</text>` : ''}
      </g>`;
    })}
  </svg>`;
}
