import { schema } from 'groupwise/options';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Send, select } from '../options/fields.ts';
import { BITS } from '../options/settings.ts';
import type { Editing } from '../state/drafts.ts';
import { mapParsed, type Parsed } from '../text/parsed.ts';
import { readParameters } from './count.ts';
import { type Calculation, type CalculatorAttribute, readSize, storedScaleText } from './state.ts';

export interface FieldsView extends Editing<Calculation> {
  readonly state: Calculation;
  /** Null: the example is what is shown. */
  readonly reset: (() => void) | null;
}

const PRESETS = [
  ['1B', 1e9],
  ['7B', 7e9],
  ['8B', 8e9],
  ['70B', 70e9],
  ['405B', 405e9],
] as const;

const GROUP_SIZES = [16, 32, 64, 128, 256, 512, 1024] as const;

export function fields(view: FieldsView): TemplateResult {
  return html`<div class="settings" part="settings">
    ${parameters(view)} ${bits(view)} ${groupSize(view)} ${scaleFormat(view)}
    <button part="button" class="reset" ?disabled=${view.reset === null} @click=${view.reset}>Reset to example</button>
  </div>`;
}

function sender<T>(
  { propose }: FieldsView,
  control: CalculatorAttribute,
  reader: (text: string) => Parsed<T>,
  change: (value: T) => Partial<Calculation>,
): Send {
  return (text) => propose({ control, text, parsed: mapParsed(reader(text), change) });
}

function parameters(view: FieldsView): TemplateResult {
  const { state, draft, settle } = view;
  const { length, rowLength } = state.parameters;
  // Without rows there is no group size “row”: it is one scale for everything.
  const send = sender(view, 'parameters', readParameters, (count) => ({
    parameters: count,
    ...(state.groupSize === 'row' && count.rowLength === null && { groupSize: 'tensor' as const }),
  }));
  const typed = draft('parameters');
  const problem = typed?.problem ?? null;
  return html`<div class="field parameters">
    <label for="parameters">Parameters</label>
    <div class="pair">
      <input
        id="parameters"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${problem === null ? nothing : 'true'}
        aria-describedby=${problem === null ? 'parameters-hint' : 'problem-parameters'}
        .value=${live(typed?.text ?? shownCount(view))}
        @input=${(event: InputEvent) => send((event.target as HTMLInputElement).value)}
        @blur=${() => settle('parameters')}
      />
      <div class="segmented" role="radiogroup" aria-label="Usual sizes">
        ${PRESETS.map(
          ([name, count]) => html`<label
            ><input
              type="radio"
              name="preset"
              value=${name}
              .checked=${live(problem === null && rowLength === null && length === count)}
              @change=${() => {
                send(String(count));
                settle('parameters');
              }}
            />${name}</label
          >`,
        )}
      </div>
    </div>
    ${
      problem === null
        ? html`<p class="hint" id="parameters-hint">7e9, 7B, 70 billion, or a layer: 4096 x 4096.</p>`
        : html`<p class="problem" id="problem-parameters">
            ${problem}. Below are still the figures of ${shownCount(view)}.
          </p>`
    }
  </div>`;
}

function shownCount({ state }: FieldsView): string {
  const { length, rowLength } = state.parameters;
  const text = (count: number): string => count.toLocaleString('en');
  return rowLength === null ? text(length) : `${length / rowLength} x ${rowLength}`;
}

function bits(view: FieldsView): TemplateResult {
  const send = sender(view, 'bits', schema.bits.read, (value) => ({ bits: value }));
  return html`<div class="field" role="radiogroup" aria-labelledby="bits-label">
    <span class="label" id="bits-label">Bits of a code</span>
    <div class="segmented">
      ${BITS.map(
        (count) => html`<label
          ><input
            type="radio"
            name="bits"
            value=${count}
            .checked=${live(view.state.bits === count)}
            @change=${() => send(String(count))}
          />${count}</label
        >`,
      )}
    </div>
  </div>`;
}

function groupSize(view: FieldsView): TemplateResult {
  const { groupSize: size, parameters: count } = view.state;
  const send = sender(
    view,
    'group-size',
    (text) => readSize(text, count),
    (value) => ({ groupSize: value }),
  );
  const usual: readonly number[] = GROUP_SIZES;
  const sizes =
    typeof size === 'number' && !usual.includes(size)
      ? [...usual, size].sort((a, b) => a - b)
      : usual;
  const options: (readonly [string, string])[] = sizes.map((each) => [
    String(each),
    `${each.toLocaleString('en')} ${each === 1 ? 'weight' : 'weights'}`,
  ]);
  if (count.rowLength !== null) options.push(['row', 'a whole row']);
  options.push(['tensor', 'all weights']);
  return html`<div class="field">
    <label for="group-size">Group size</label>
    ${select({ id: 'group-size' }, String(size), options, send)}
  </div>`;
}

function scaleFormat(view: FieldsView): TemplateResult {
  const send = sender(view, 'scale-format', storedScaleText.read, (scale) => ({ scale }));
  return html`<div class="field">
    <label for="scale-format">Scale kept as</label>
    ${select(
      { id: 'scale-format' },
      view.state.scale,
      [
        ['float32', 'float32, 4 bytes'],
        ['float16', 'float16, 2 bytes'],
        ['bfloat16', 'bfloat16, 2 bytes'],
      ],
      send,
    )}
  </div>`;
}
