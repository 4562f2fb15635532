import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { float32Text } from '../f32.ts';
import type { Change } from '../model.ts';
import type { Draft } from '../stepper/drafts.ts';
import { type Send, select } from '../stepper/fields.ts';
import {
  emptyOr,
  type Reading,
  readBits,
  readCustomScale,
  readGroupSize,
  readRounding,
  readScaleFormat,
} from '../stepper/options-text.ts';
import { BITS } from '../stepper/settings.ts';
import type { Comparison, Side, SideSettings } from './model.ts';

export interface FieldsView {
  readonly state: Comparison;
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (change: Change<Comparison>) => void;
  readonly settle: (control: string) => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** How one side quantizes. Every id carries the side, since both sets stand in one shadow root. */
export function sideFields(view: FieldsView, side: Side, name: string): TemplateResult {
  return html`<fieldset class="side-fields" part="settings">
    <legend><span class="letter">${side.toUpperCase()}</span> ${name}</legend>
    <div class="settings">
      ${groupSize(view, side)} ${bits(view, side)} ${rounding(view, side)} ${scaleFormat(view, side)}
      ${customScale(view, side)}
    </div>
  </fieldset>`;
}

function sender<T>(
  { state, propose }: FieldsView,
  side: Side,
  attribute: string,
  reader: (text: string) => Reading<T>,
  change: (value: T) => Partial<SideSettings>,
): Send {
  return (text) => {
    const reading = reader(text);
    propose({
      control: `${side}-${attribute}`,
      text,
      reading:
        'value' in reading
          ? { value: { [side]: { ...state[side], ...change(reading.value) } } }
          : reading,
    });
  };
}

export function textField(
  { draft, settle }: Pick<FieldsView, 'draft' | 'settle'>,
  control: string,
  value: string,
  send: Send,
  placeholder = '',
): TemplateResult {
  const typed = draft(control);
  const refused = typed !== undefined && typed.problem !== null;
  return html`<input
    id=${control}
    type="text"
    autocomplete="off"
    spellcheck="false"
    placeholder=${placeholder}
    aria-invalid=${refused ? 'true' : nothing}
    aria-describedby=${refused ? `problem-${control}` : nothing}
    .value=${live(typed?.text ?? value)}
    @input=${(event: InputEvent) => send((event.target as HTMLInputElement).value)}
    @blur=${() => settle(control)}
  />`;
}

export function problemOf(
  { draft }: Pick<FieldsView, 'draft'>,
  control: string,
): TemplateResult | typeof nothing {
  const text = draft(control)?.problem ?? null;
  return text === null ? nothing : html`<p class="problem" id="problem-${control}">${text}</p>`;
}

function groupSize(view: FieldsView, side: Side): TemplateResult {
  const { groupSize: size } = view.state[side];
  const send = sender(view, side, 'group-size', readGroupSize, (value) => ({ groupSize: value }));
  const id = `${side}-group-size`;
  const counted = typeof size === 'number';
  return html`<div class="field">
    <label for=${id}>Group size</label>
    <div class="pair">
      ${counted ? textField(view, id, String(size), send) : nothing}
      ${select(
        counted ? { label: `Unit of the group size of ${side.toUpperCase()}` } : { id },
        counted ? 'number' : size,
        [
          ['number', 'weights'],
          ['row', 'a whole row'],
          ['tensor', 'all weights'],
        ],
        (text) => send(text === 'number' ? '4' : text),
      )}
    </div>
    ${problemOf(view, id)}
  </div>`;
}

function bits(view: FieldsView, side: Side): TemplateResult {
  const send = sender(view, side, 'bits', readBits, (value) => ({ bits: value }));
  const id = `${side}-bits`;
  return html`<div class="field" role="radiogroup" aria-labelledby="${id}-label">
    <span class="label" id="${id}-label">Bits of a code</span>
    <div class="segmented">
      ${BITS.map(
        (count) => html`<label
          ><input
            type="radio"
            name=${id}
            value=${count}
            .checked=${live(view.state[side].bits === count)}
            @change=${() => send(String(count))}
          />${count}</label
        >`,
      )}
    </div>
    ${problemOf(view, id)}
  </div>`;
}

function rounding(view: FieldsView, side: Side): TemplateResult {
  const send = sender(view, side, 'rounding', readRounding, (value) => ({ rounding: value }));
  const id = `${side}-rounding`;
  return html`<div class="field">
    <label for=${id}>Rounding</label>
    ${select(
      { id },
      view.state[side].rounding,
      [
        ['half-away', 'half away from zero'],
        ['half-even', 'half to even'],
        ['truncate', 'truncate'],
      ],
      send,
    )}
    ${problemOf(view, id)}
  </div>`;
}

function scaleFormat(view: FieldsView, side: Side): TemplateResult {
  const { scale } = view.state[side];
  const send = sender(view, side, 'scale-format', readScaleFormat, (value) => ({ scale: value }));
  const id = `${side}-scale-format`;
  const digits = typeof scale === 'object' ? String(scale.digits) : '3';
  return html`<div class="field">
    <label for=${id}>Scale kept as</label>
    <div class="pair">
      ${select(
        { id },
        typeof scale === 'object' ? 'digits' : scale,
        [
          ['float32', 'float32'],
          ['float16', 'float16'],
          ['digits', 'decimal digits'],
        ],
        (text) => send(text === 'digits' ? `digits:${digits}` : text),
      )}
      ${
        typeof scale === 'object'
          ? select(
              { label: `Significant digits of the scale of ${side.toUpperCase()}` },
              digits,
              DIGITS.map((count) => [count, count]),
              (text) => send(`digits:${text}`),
            )
          : nothing
      }
    </div>
    ${problemOf(view, id)}
  </div>`;
}

function customScale(view: FieldsView, side: Side): TemplateResult {
  const { customScale: scale } = view.state[side];
  const reader = emptyOr(readCustomScale);
  const send = sender(view, side, 'custom-scale', reader, (value) => ({ customScale: value }));
  const id = `${side}-custom-scale`;
  return html`<div class="field">
    <label for=${id}>Scale by hand</label>
    ${textField(view, id, scale === null ? '' : float32Text(scale), send, 'absmax / qmax')}
    ${problemOf(view, id)}
  </div>`;
}
