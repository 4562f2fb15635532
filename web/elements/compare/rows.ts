import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { float32Text } from '../text/float32.ts';
import { formatFloat32 } from '../text/format.ts';
import { properties } from '../ui/properties.ts';
import { editWeight, pasteWeights, removeWeight, weightControl } from '../walk/edits.ts';
import { type Lit, litClass } from '../walk/highlight.ts';
import type { Walk, WalkedGroup, WalkedWeight } from '../walk/walk.ts';
import { DIRECTION_SIGN, difference } from './difference.ts';
import type { FieldsView } from './side-fields.ts';
import type { Side } from './state.ts';
import type { Compared } from './verdict.ts';

export interface RowsView extends FieldsView {
  readonly compared: Compared;
  readonly lit: Lit;
}

/** A row for each weight: its value to edit, what each side made of it, and the difference in words. */
export function rows(view: RowsView): TemplateResult {
  const { compared } = view;
  return html`<div class="heads" aria-hidden="true">
      <span>weight</span>
      ${head('A', compared.nameA)} ${head('B', compared.nameB)}
      <span>B against A</span>
    </div>
    <ol class="rows" part="weights">
      ${repeat(
        compared.a.weights,
        (weight) => weight.index,
        (weight) => row(weight, view),
      )}
    </ol>`;
}

function head(letter: string, name: string): TemplateResult {
  return html`<div>
    <b class="letter">${letter}</b> ${name}
    <div class="columns"><span>code</span><span>comes back</span><span>recovered</span><span>error</span></div>
  </div>`;
}

function row(a: WalkedWeight, view: RowsView): TemplateResult | typeof nothing {
  const { compared, lit } = view;
  const b = compared.b.weights[a.index];
  if (!b) return nothing;
  const starts = isFirst(a, compared.a) || isFirst(b, compared.b);
  const { codes, errors, error } = difference(a, b);
  return html`<li class="row ${starts ? 'starts' : ''} ${litClass(lit, { weight: a.index, group: -1 })}" part="weight" data-weight=${a.index}>
    ${weightCell(a, view)} ${cell('a', a, compared.a, compared.nameA, starts)}
    ${cell('b', b, compared.b, compared.nameB, starts)}
    <p class="difference ${error}">
      <span class="sign" aria-hidden="true">${DIRECTION_SIGN[error]}</span>
      <span><span class=${a.code === b.code ? 'same' : 'other'}>${codes}</span>, <span>${errors}</span></span>
    </p>
  </li>`;
}

function cell(
  side: Side,
  weight: WalkedWeight,
  walk: Walk,
  name: string,
  starts: boolean,
): TemplateResult {
  const group = walk.groups[weight.group];
  const last = weight.index === group?.weights.at(-1)?.index;
  const first = isFirst(weight, walk);
  return html`<div class="cell side-${side} hue-${weight.group % 4} ${first ? 'first' : ''} ${last ? 'last' : ''}">
    ${starts ? html`<p class="group-head">${first && group ? groupHead(group) : nothing}</p>` : nothing}
    <span class="which" title=${name}>${side.toUpperCase()}</span>
    <span class="code number"><span class="visually-hidden">code </span>${weight.code}</span>
    ${bar(weight)}
    <span class="back"><span class="name">recovered</span> <span class="number">${formatFloat32(weight.recovered)}</span></span>
    <span class="off"><span class="name">error</span> <span class="number">${formatFloat32(weight.error)}</span></span>
  </div>`;
}

function groupHead({ index, trace }: WalkedGroup): TemplateResult {
  return html`<b>Group ${index + 1}</b>, scale <span class="number">${formatFloat32(trace.scale)}</span>`;
}

/** Where the whole weight ends on the bar's track, in percent: what comes back too large is seen beyond it. */
const WHOLE = 80;

/** How much of the weight comes back: up to the tick is all of it. */
function bar({ weight, recovered, lost, clipped }: WalkedWeight): TemplateResult {
  const share = weight === 0 ? 0 : Math.min(recovered / weight, 100 / WHOLE);
  const mark = lost ? 'lost' : clipped ? 'clipped' : '';
  return html`<span class="bar ${mark} ${weight === 0 ? 'zero' : ''}">
    <span class="fill" ${properties({ width: `${share * WHOLE}%` })}></span>
    ${mark === '' ? nothing : html`<span class="mark">${mark}</span>`}
  </span>`;
}

function isFirst(weight: WalkedWeight, walk: Walk): boolean {
  return walk.groups[weight.group]?.trace.start === weight.index;
}

function weightCell({ index, weight }: WalkedWeight, view: RowsView): TemplateResult {
  const { propose, settle } = view;
  const { weights } = view.state;
  const control = weightControl(index);
  const draft = view.draft(control);
  const problem = draft?.problem ?? null;
  return html`<div class="weight">
    <span class="ordinal" aria-hidden="true">w<sub>${index + 1}</sub></span>
    <input
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-label="Weight ${index + 1}"
      aria-invalid=${problem === null ? nothing : 'true'}
      aria-describedby=${problem === null ? nothing : `problem-${index}`}
      .value=${live(draft?.text ?? float32Text(weight))}
      @input=${(event: InputEvent) => propose(editWeight(weights, index, (event.target as HTMLInputElement).value))}
      @change=${() => settle(control)}
      @blur=${() => settle(control)}
      @paste=${(event: ClipboardEvent) => {
        const text = event.clipboardData?.getData('text/plain') ?? '';
        if (!/[^\s,;][\s,;]+[^\s,;]/.test(text)) return;
        event.preventDefault();
        propose(pasteWeights(weights, index, text));
      }}
    />
    <button
      class="remove quiet"
      aria-label="Remove weight ${index + 1}"
      title="Remove"
      @click=${() => propose(removeWeight(weights, index))}
    >×</button>
    ${problem === null ? nothing : html`<p class="problem" id="problem-${index}">${problem}</p>`}
  </div>`;
}
