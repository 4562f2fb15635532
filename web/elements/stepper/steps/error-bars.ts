import { html, svg, type TemplateResult } from 'lit';
import { formatFloat32 } from '../../text/format.ts';
import { litClass } from '../../walk/highlight.ts';
import type { WalkedGroup } from '../../walk/walk.ts';
import type { FocusedView } from './step.ts';

const HEIGHT = 132;
const TOP = 22;
const BASE = HEIGHT - 24;

/** A bar for each weight's error. Each group has an axis of its own, in the weights' unit, up to its largest error. */
export function errorBars(view: FocusedView): TemplateResult {
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
