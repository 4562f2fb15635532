import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { float32Text } from '../f32.ts';
import { emptyOr, type PanelView, problem, select, sender, textInput } from './fields.ts';
import {
  readBits,
  readCount,
  readCustomScale,
  readGroupSize,
  readRounding,
  readScaleFormat,
  scaleFormatText,
} from './options-text.ts';
import { BITS } from './settings.ts';

/** Everything but the weights: group size, bits, rounding, the scale, the length of a row. */
export function settingsPanel(view: PanelView): TemplateResult {
  const { settings } = view;
  const { scale } = settings;
  const digits = typeof scale === 'object' ? scale.digits : 3;
  const size = settings.groupSize;
  const sendSize = sender(view, 'group-size', readGroupSize, (groupSize) => ({ groupSize }));
  const sendScale = sender(view, 'scale-format', readScaleFormat, (format) => ({ scale: format }));
  return html`<div class="settings" part="settings">
    <div class="field">
      <label for="group-size">Group size</label>
      <div class="pair">
        ${
          typeof size === 'number'
            ? textInput(view, 'group-size', 'group-size', String(size), sendSize, 'numeric')
            : nothing
        }
        ${select(
          typeof size === 'number' ? 'Unit of the group size' : 'Group size',
          typeof size === 'number' ? 'number' : size,
          [
            ['number', 'weights'],
            ['row', 'a whole row'],
            ['tensor', 'all weights'],
          ],
          (text) => sendSize(text === 'number' ? '4' : text),
          typeof size === 'number' ? null : 'group-size',
        )}
      </div>
      ${problem(view, 'group-size')}
    </div>
    <div class="field" role="radiogroup" aria-labelledby="bits-label">
      <span class="label" id="bits-label">Bits of a code</span>
      ${bitsControl(view)}
    </div>
    <div class="field">
      <label for="rounding">Rounding</label>
      ${select(
        null,
        settings.rounding,
        [
          ['half-away', 'half away from zero'],
          ['half-even', 'half to even'],
          ['truncate', 'truncate'],
        ],
        sender(view, 'rounding', readRounding, (rounding) => ({ rounding })),
        'rounding',
      )}
    </div>
    <div class="field">
      <label for="scale-format">Scale kept as</label>
      <div class="pair">
        ${select(
          null,
          typeof scale === 'object' ? 'digits' : scale,
          [
            ['float32', 'float32'],
            ['float16', 'float16'],
            ['digits', 'decimal digits'],
          ],
          (text) => sendScale(text === 'digits' ? `digits:${digits}` : text),
          'scale-format',
        )}
        ${
          typeof scale === 'object'
            ? select(
                'Significant digits of the scale',
                String(digits),
                Array.from({ length: 9 }, (_, index) => [String(index + 1), String(index + 1)]),
                (text) => sendScale(scaleFormatText({ digits: Number(text) })),
                null,
              )
            : nothing
        }
      </div>
      ${problem(view, 'scale-format')}
    </div>
    <div class="field">
      <label for="custom-scale">Scale by hand</label>
      ${textInput(
        view,
        'custom-scale',
        'custom-scale',
        settings.customScale === null ? '' : float32Text(settings.customScale),
        sender(view, 'custom-scale', emptyOr(readCustomScale), (customScale) => ({ customScale })),
        'decimal',
        'absmax / qmax',
      )}
      ${problem(view, 'custom-scale')}
    </div>
    <div class="field">
      <label for="row-length">Row length</label>
      ${textInput(
        view,
        'row-length',
        'row-length',
        settings.rowLength === null ? '' : String(settings.rowLength),
        sender(view, 'row-length', emptyOr(readCount), (rowLength) => ({ rowLength })),
        'numeric',
        'one row',
      )}
      ${problem(view, 'row-length')}
    </div>
  </div>`;
}

function bitsControl(view: PanelView): TemplateResult {
  const send = sender(view, 'bits', readBits, (bits) => ({ bits }));
  return html`<div class="segmented">
    ${BITS.map(
      (bits) => html`<label
        ><input
          type="radio"
          name="bits"
          value=${bits}
          .checked=${live(view.settings.bits === bits)}
          @change=${() => send(String(bits))}
        />${bits}</label
      >`,
    )}
  </div>`;
}
