import type { Quantizer } from 'groupwise';
import { html, nothing, type TemplateResult } from 'lit';
import { QuantizerElement } from '../state/quantizer-element.ts';
import { formatCount } from '../text/format.ts';
import { calculatorStyles } from './calculator.styles.ts';
import { fields } from './fields.ts';
import { gigabytes } from './memory.ts';
import { metrics, quoted } from './metrics.ts';
import { memoryBars, sizeBars } from './pictures.ts';
import {
  type Calculated,
  type Calculation,
  type CalculatorAttribute,
  calculate,
  calculatorSchema,
} from './state.ts';

/**
 * What a model, or a layer, takes in a format: bytes of codes and of scales, against float32 and float16, and which memory it
 * fits into. The bytes are those of the quantizer's `storage()`; a GB is 1e9 bytes.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back):
 * @attr parameters - 7e9, `7B`, `70 billion`, `7,000,000,000`, or rows × columns: `4096 x 4096` (default 70e9). Without
 *   the attribute, the text between the tags
 * @attr bits - 2 to 8 (default 8)
 * @attr group-size - a whole number, `tensor`, or `row` where there are rows (default 256)
 * @attr scale-format - `float32` (default) or `float16`
 * @attr memory - sizes of memory in GB, up to 8 (default `8, 16, 24, 80`); empty: that part is not shown
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the state was changed here; `detail.attributes` holds it as attribute texts
 *
 * @csspart frame, button, settings, headline, sizes, memory, figures
 * @cssprop --gw-paper, --gw-raised, --gw-sunken, --gw-ink, --gw-ink-soft, --gw-rule, --gw-edge, --gw-loss, --gw-focus
 * @cssprop --gw-group-1, --gw-group-4, --gw-serif, --gw-sans, --gw-mono, --gw-color-scheme
 */
export class GroupwiseCalculator extends QuantizerElement<
  CalculatorAttribute,
  Calculation,
  Calculated
> {
  static override properties = calculatorSchema.properties;
  static override styles = calculatorStyles;

  declare parameters: string | null;
  declare bits: string | null;
  declare groupSize: string | null;
  declare scaleFormat: string | null;
  declare memory: string | null;

  constructor() {
    super(calculatorSchema);
  }

  protected override compute(quantizer: Quantizer, state: Calculation): Calculated {
    return calculate(quantizer, state);
  }

  protected override render(): TemplateResult {
    const { state, result } = this;
    const memory = result && state.memory.length > 0 ? memoryBars(state, result) : null;
    return html`<div class="frame" part="frame">
      ${this.notices()}
      ${fields({
        ...this.editing,
        state,
        reset: this.isInitial ? null : this.reset,
      })}
      <div class="result ${state.memory.length === 0 ? 'brief' : ''}">
        <div role="status" class="headline" part="headline">
          ${
            result
              ? `${formatCount(state.parameters.length)} weights take ${gigabytes(result.storage.totalBytes)}`
              : 'Loading the quantizer …'
          }
        </div>
        ${
          result
            ? html`<div>${sizeBars(state, result)} ${quoted(result)} ${memory ? metrics(result) : nothing}</div>
                <div>${memory ?? metrics(result)}</div>`
            : nothing
        }
      </div>
    </div>`;
  }
}
