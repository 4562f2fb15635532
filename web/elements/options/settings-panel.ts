import { schema } from 'groupwise/options';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { idOf, labelOf, type PanelView, problem, select, sender, textInput } from './fields.ts';
import { BITS, customScaleText, rowLengthText } from './settings.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Everything but the weights: group size, bits, rounding, the scale, the length of a row. */
export function settingsPanel(view: PanelView): TemplateResult {
  return html`<div class="settings" part="settings">
    ${formatFields(view)} ${customScaleField(view)} ${rowLengthField(view)}
  </div>`;
}

/** Group size, bits, rounding, and how the scale is kept. */
export function formatFields(view: PanelView): TemplateResult {
  return html`${groupSizeField(view)} ${bitsField(view)} ${roundingField(view)} ${scaleFormatField(view)}`;
}

function groupSizeField(view: PanelView): TemplateResult {
  const { groupSize } = view.settings;
  const send = sender(view, 'group-size', schema.groupSize, (size) => ({ groupSize: size }));
  const id = idOf(view, 'group-size');
  const counted = typeof groupSize === 'number';
  return html`<div class="field">
    <label for=${id}>Group size</label>
    <div class="pair">
      ${counted ? textInput(view, 'group-size', String(groupSize), send, 'numeric') : nothing}
      ${select(
        counted ? { label: labelOf(view, 'Unit of the group size') } : { id },
        counted ? 'number' : groupSize,
        [
          ['number', 'weights'],
          ['row', 'a whole row'],
          ['tensor', 'all weights'],
        ],
        (text) => send(text === 'number' ? '4' : text),
      )}
    </div>
    ${problem(view, 'group-size')}
  </div>`;
}

function bitsField(view: PanelView): TemplateResult {
  const send = sender(view, 'bits', schema.bits, (bits) => ({ bits }));
  const id = idOf(view, 'bits');
  return html`<div class="field" role="radiogroup" aria-labelledby="${id}-label">
    <span class="label" id="${id}-label">Bits of a code</span>
    <div class="segmented">
      ${BITS.map(
        (bits) => html`<label
          ><input
            type="radio"
            name=${id}
            value=${bits}
            .checked=${live(view.settings.bits === bits)}
            @change=${() => send(String(bits))}
          />${bits}</label
        >`,
      )}
    </div>
    ${problem(view, 'bits')}
  </div>`;
}

function roundingField(view: PanelView): TemplateResult {
  const send = sender(view, 'rounding', schema.rounding, (rounding) => ({ rounding }));
  const id = idOf(view, 'rounding');
  return html`<div class="field">
    <label for=${id}>Rounding</label>
    ${select(
      { id },
      view.settings.rounding,
      [
        ['half-away', 'half away from zero'],
        ['half-even', 'half to even'],
        ['truncate', 'truncate'],
      ],
      send,
    )}
    ${problem(view, 'rounding')}
  </div>`;
}

function scaleFormatField(view: PanelView): TemplateResult {
  const { scale } = view.settings;
  const send = sender(view, 'scale-format', schema.scale, (format) => ({ scale: format }));
  const id = idOf(view, 'scale-format');
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
          ['bfloat16', 'bfloat16'],
          ['digits', 'decimal digits'],
        ],
        (text) => send(text === 'digits' ? `digits:${digits}` : text),
      )}
      ${
        typeof scale === 'object'
          ? select(
              { label: labelOf(view, 'Significant digits of the scale') },
              digits,
              DIGITS.map((count) => [count, count]),
              (text) => send(`digits:${text}`),
            )
          : nothing
      }
    </div>
    ${problem(view, 'scale-format')}
  </div>`;
}

export function customScaleField(view: PanelView): TemplateResult {
  const { customScale } = view.settings;
  const text = customScaleText.write(customScale) ?? '';
  const send = sender(view, 'custom-scale', customScaleText, (scale) => ({ customScale: scale }));
  const placeholder = 'absmax / largest code';
  return html`<div class="field">
    <label for=${idOf(view, 'custom-scale')}>Scale by hand</label>
    ${textInput(view, 'custom-scale', text, send, 'decimal', { placeholder, hinted: true })}
    ${problem(view, 'custom-scale', `Empty: ${placeholder}. Absmax is a group’s largest weight, the sign left out.`)}
  </div>`;
}

export function rowLengthField(view: PanelView): TemplateResult {
  const { rowLength } = view.settings;
  const text = rowLengthText.write(rowLength) ?? '';
  const send = sender(view, 'row-length', rowLengthText, (length) => ({ rowLength: length }));
  return html`<div class="field row-length">
    <label for=${idOf(view, 'row-length')}>Row length</label>
    ${textInput(view, 'row-length', text, send, 'numeric', { placeholder: 'one row', hinted: true })}
    ${problem(view, 'row-length', 'Weights in one row of a matrix: a group ends where its row ends.')}
  </div>`;
}
