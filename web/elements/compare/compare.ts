import type { Quantizer } from 'groupwise';
import { html, nothing, type TemplateResult } from 'lit';
import { QuantizerElement } from '../state/quantizer-element.ts';
import { unbroken } from '../text/no-break.ts';
import { addWeight } from '../walk/edits.ts';
import { Highlight } from '../walk/highlight.ts';
import { listEditor } from '../walk/list-editor.ts';
import { outdateWeights } from '../walk/settings.ts';
import { compareStyles } from './compare.styles.ts';
import { metrics } from './metrics.ts';
import { rows } from './rows.ts';
import { type FieldsView, sharedRowLength, sideFields } from './side-fields.ts';
import { type CompareAttribute, type Comparison, compareSchema } from './state.ts';
import { compareTable } from './table.ts';
import { type Compared, compareSides } from './verdict.ts';

/**
 * The same weights under two settings, A and B, side by side: codes, recovered weights, errors, what is lost or clipped, and
 * the verdict in a sentence. Every figure is the quantizer's.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back, float32 values bit-equal):
 * @attr weights - numbers separated by spaces, commas, semicolons or new lines; up to 256 are compared. Without the
 *   attribute, the text between the tags
 * @attr row-length - weights in one row (default: one row)
 * @attr a-group-size, b-group-size - a whole number, `row` or `tensor` (default: A `tensor`, B 4)
 * @attr a-bits, b-bits - 2 to 8 (default 8)
 * @attr a-rounding, b-rounding - `half-away` (default), `half-even` or `truncate`
 * @attr a-scale-format, b-scale-format - `float32` (default), `float16` or `digits:1` … `digits:9`
 * @attr a-custom-scale, b-custom-scale - a scale picked by hand, instead of absmax / qmax
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the settings were changed here; `detail.attributes` holds them as attribute texts
 *
 * @csspart frame, button, verdict, weights, weight, figures, settings, table
 * @cssprop --gw-paper, --gw-raised, --gw-sunken, --gw-ink, --gw-ink-soft, --gw-rule, --gw-edge, --gw-loss, --gw-focus
 * @cssprop --gw-group-1 … --gw-group-4, --gw-serif, --gw-sans, --gw-mono, --gw-color-scheme
 */
export class GroupwiseCompare extends QuantizerElement<CompareAttribute, Comparison, Compared> {
  static override properties = compareSchema.properties;
  static override styles = compareStyles;

  declare weights: string | null;
  declare rowLength: string | null;
  declare aGroupSize: string | null;
  declare aBits: string | null;
  declare aRounding: string | null;
  declare aScaleFormat: string | null;
  declare aCustomScale: string | null;
  declare bGroupSize: string | null;
  declare bBits: string | null;
  declare bRounding: string | null;
  declare bScaleFormat: string | null;
  declare bCustomScale: string | null;

  readonly #highlight = new Highlight(this);

  constructor() {
    super(compareSchema);
  }

  protected override compute(quantizer: Quantizer, state: Comparison): Compared {
    return compareSides(quantizer, state);
  }

  protected override outdate(control: string, before: Comparison, after: Comparison): void {
    outdateWeights(this.drafts, control, before, after);
  }

  protected override render(): TemplateResult {
    const { state, result } = this;
    const view: FieldsView = { ...this.editing, state };
    return html`<div class="frame" part="frame">
      ${this.notices()}
      <div class="summary" role="status" part="verdict">
        <p class="verdict">${result ? result.verdict : 'Loading the quantizer …'}</p>
        <p class="basis">${unbroken(result?.basis ?? '')}</p>
      </div>
      ${
        result
          ? rows({ ...view, compared: result, lit: this.#highlight.lit })
          : html`<div class="rows-to-come"></div>`
      }
      <p class="caption">
        The bar shows how much of a weight comes back; at the tick it is all of it. A bracket is a group, with its own scale.
      </p>
      ${this.#weightsBar(view)}
      ${result ? metrics(result) : nothing}
      <div class="sides">
        ${sideFields(view, 'a', result?.nameA ?? '')} ${sideFields(view, 'b', result?.nameB ?? '')}
      </div>
      ${result ? compareTable(result) : nothing}
    </div>`;
  }

  #weightsBar(view: FieldsView): TemplateResult {
    const { state, propose } = view;
    const problem = view.draft('weights')?.problem ?? null;
    return html`<div class="weights-bar">
      <button part="button" ?disabled=${!this.result} @click=${() => propose(addWeight(state.weights))}>
        Add a weight
      </button>
      <button part="button" class="reset" ?disabled=${this.isInitial} @click=${this.reset}>
        Reset to example
      </button>
      ${sharedRowLength(view)}
      ${listEditor(state.weights, view)}
      ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    </div>`;
  }
}
