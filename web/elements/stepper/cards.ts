import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Editing } from '../state/drafts.ts';
import { float32Text } from '../text/float32.ts';
import { formatFloat32 } from '../text/format.ts';
import { TERMS } from '../ui/glossary.ts';
import { editWeight, pasteWeights, removeWeight, weightControl } from '../walk/edits.ts';
import { litClass } from '../walk/highlight.ts';
import type { Settings } from '../walk/settings.ts';
import type { WalkedGroup, WalkedWeight } from '../walk/walk.ts';
import { type LoupeStage, loupe } from './loupe.ts';
import type { Reveal, StepView } from './steps/step.ts';

export interface CardsView extends StepView, Editing<Pick<Settings, 'weights'>> {
  readonly step: number;
  readonly revealed: ReadonlySet<Reveal>;
}

/** The steps from which on a group is bracketed, and its absmax and scale are known. */
const GROUPED = 1;
const ABSMAX_KNOWN = 2;
const SCALE_KNOWN = 3;
const LOUPE_STAGES: readonly Reveal[] = ['error', 'recovered', 'code', 'quotient'];

/** A card for each weight, in brackets for its group: its value to edit, and all that has become of it so far. */
export function cards(view: CardsView): TemplateResult {
  const { walk } = view;
  return html`<div class="groups ${view.step >= GROUPED ? 'bracketed' : ''}">
    ${repeat(
      walk.groups,
      (group) => group.index,
      (group) => groupTemplate(group, view),
    )}
  </div>`;
}

function groupTemplate(group: WalkedGroup, view: CardsView): TemplateResult {
  const { index, trace, weights } = group;
  const { step, lit } = view;
  const notes = [
    group.isTail ? `tail of ${weights.length}` : '',
    group.isAllZero && step >= ABSMAX_KNOWN ? 'all zero' : '',
  ].filter(Boolean);
  return html`<section
    class="group hue-${index % 4} size-${Math.min(weights.length, 8)} ${litClass(lit, { group: index })}"
    part="group"
    role="group"
    aria-label="Group ${index + 1}"
  >
    <header data-group=${index}>
      <button class="chip" title="Show this group’s numbers in the formula">Group ${index + 1}</button>
      ${step >= ABSMAX_KNOWN ? fact('absmax', float32Text(trace.absmax)) : nothing}
      ${step >= SCALE_KNOWN ? fact('scale', formatFloat32(trace.scale)) : nothing}
      ${view.revealed.has('error') ? fact('largest error', formatFloat32(trace.maxError)) : nothing}
      ${notes.map((note) => html`<span class="note">${note}</span>`)}
    </header>
    <ol class="cards">
      ${repeat(
        weights,
        (weight) => weight.index,
        (weight) => cardTemplate(weight, view),
      )}
    </ol>
  </section>`;
}

function fact(name: string, value: string): TemplateResult {
  return html`<span class="fact">${name} <span class="number">${value}</span></span>`;
}

function cardTemplate(weight: WalkedWeight, view: CardsView): TemplateResult {
  const { revealed, walk, propose } = view;
  const { index } = weight;
  const known = revealed.has('code');
  const stage = LOUPE_STAGES.find((each) => revealed.has(each)) as LoupeStage | undefined;
  return html`<li
    class="card ${litClass(view.lit, { weight: index, group: weight.group })}"
    part="weight"
    data-weight=${index}
  >
    <div class="card-head">
      <span class="ordinal">w<sub>${index + 1}</sub></span>
      <button
        class="remove"
        aria-label="Remove weight ${index + 1}"
        title="Remove"
        @click=${() => propose(removeWeight(walk.settings.weights, index))}
      >×</button>
    </div>
    ${weightInput(weight, view)}
    ${stage ? loupe(weight, stage, view.largestCode) : nothing}
    ${
      revealed.size > 0
        ? html`<dl>
            ${row('x', 'weight / scale', weight.quotient)}
            ${known ? row('q', 'code', weight.code) : nothing}
            ${revealed.has('recovered') ? row('ŵ', 'recovered', weight.recovered) : nothing}
            ${revealed.has('error') ? row('e', 'error', weight.error) : nothing}
          </dl>`
        : nothing
    }
    ${known && weight.lost ? html`<span class="mark" title=${TERMS.lost}>lost</span>` : nothing}
    ${known && weight.clipped ? html`<span class="mark" title=${TERMS.clipped}>clipped</span>` : nothing}
  </li>`;
}

/** A number by the symbol the formulas use for it; its name is spoken and shown when pointed at. */
function row(symbol: string, name: string, value: number): TemplateResult {
  return html`<div title=${name}>
    <dt><span aria-hidden="true">${symbol}</span><span class="visually-hidden">${name}</span></dt>
    <dd class="number">${formatFloat32(value)}</dd>
  </div>`;
}

function weightInput(weight: WalkedWeight, view: CardsView): TemplateResult {
  const { walk, propose, settle } = view;
  const { index } = weight;
  const control = weightControl(index);
  const draft = view.draft(control);
  const weights = walk.settings.weights;
  const problem = draft?.problem ?? null;
  return html`<input
      type="text"
      inputmode="text"
      autocomplete="off"
      spellcheck="false"
      aria-label="Weight ${index + 1}"
      aria-invalid=${problem === null ? nothing : 'true'}
      aria-describedby=${problem === null ? nothing : `problem-${index}`}
      .value=${live(draft?.text ?? float32Text(weight.weight))}
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
    ${problem === null ? nothing : html`<p class="problem" id="problem-${index}">${problem}</p>`}`;
}
