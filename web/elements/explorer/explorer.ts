import { LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { TextAttributes, textDeclarations } from '../state/text-attributes.ts';
import { type MeasurableTensor, measurable } from '../tensors/measurable.ts';
import { WhenReached } from '../tensors/when-reached.ts';
import { fire } from '../ui/emit.ts';
import { ExplorerControl } from './control.ts';
import type { ExplorerChange, ExplorerGroup, ExplorerTensor } from './events.ts';
import { explorerStyles } from './explorer.styles.ts';
import { explorerLayout } from './layout.ts';
import type { Shown } from './session.ts';
import {
  EXPLORER_PROPERTIES,
  type ExplorerTexts,
  encodeState,
  type StateProblem,
} from './state.ts';
import { TensorPanel } from './tensor-panel.ts';

/** The view is written to its attribute when it has not moved for this long. */
const QUIET_MS = 250;

/**
 * A whole tensor, generated or from a `.safetensors` or `.npy` file: maps of its weights, of what is recovered and of the
 * error; how weights and scales are distributed; what a format costs and saves. Everything is computed in a worker, and a file
 * stays in the browser.
 *
 * Attributes (plain text; changed by the person at the controls, they are written back):
 * @attr source - `outliers` (default), `gaussian`, or `file`
 * @attr size - rows and columns of a generated tensor, `1024x1024`
 * @attr seed - of a generated tensor, a whole number
 * @attr tensor - the name of a file's tensor
 * @attr group-size - a whole number, `row` or `tensor` (default 32)
 * @attr bits - 2 to 8 (default 8)
 * @attr rounding - `half-away` (default), `half-even` or `truncate`
 * @attr scale-format - `float32` (default), `float16` or `digits:1` … `digits:9`
 * @attr row-length - weights in a row (default: the last dimension)
 * @attr layer - the map where there is room for one: `weights`, `recovered` or `error`
 * @attr range - which weights have the full colour: `typical` (99.9 % have less; default) or `all`
 * @attr view - the part in view: column, line, weights across (default: all)
 *
 * @fires {CustomEvent<{ readonly attributes: AttributeTexts }>} groupwise-change - the state was changed here; `detail.attributes` holds it as attribute texts
 * @fires {CustomEvent<{ readonly title: string; readonly tensor: string; readonly group: number; readonly start: number; readonly attributes: AttributeTexts }>} groupwise-group - a group was chosen to be walked through; `detail.attributes` are a stepper's attributes
 * @fires {CustomEvent<{ readonly tensor: MeasurableTensor }>} groupwise-tensor - another tensor is shown, or under other settings; `detail.tensor` can be measured
 *
 * @csspart frame, drop-zone, button, tensors, figures, settings, maps, readout, charts
 * @cssprop the tokens of `theme.ts`: --gw-paper, --gw-ink, --gw-loss, --gw-focus, …
 */
export class GroupwiseExplorer extends LitElement {
  static override properties: PropertyDeclarations = textDeclarations(EXPLORER_PROPERTIES);
  static override styles = explorerStyles;

  readonly #control = new ExplorerControl(() => this.requestUpdate());
  readonly #attributes = new TextAttributes(this, EXPLORER_PROPERTIES);
  readonly #panel = new TensorPanel(this, this.#control, {
    viewed: () => {
      this.#control.adjust({ view: this.#panel.maps.zoomed ? this.#panel.maps.view : null });
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(() => this.#write(), QUIET_MS);
    },
    adjusted: (change) => {
      this.#control.adjust(change);
      this.#write();
    },
    send: (group) => fire<ExplorerGroup>(this, 'groupwise-group', group),
  });
  readonly #reached = new WhenReached(this, () => {
    if (!this.#control.session.opened) void this.#control.sync();
  });
  #written = encodeState(this.#control.state);
  #told: Shown | null = null;
  #tensor: MeasurableTensor | null = null;
  #over = false;
  #filter = '';
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /** The state as attribute texts. */
  get texts(): ExplorerTexts {
    return encodeState(this.#control.state);
  }

  /** The tensor that is shown; null: none is yet. */
  get measurable(): MeasurableTensor | null {
    return this.#tensor;
  }

  /** Opens a file, as if it had been dropped. Settles when it is open or refused; then the element says why. */
  async open(file: Blob, name: string): Promise<void> {
    await this.#did(this.#control.open(file, name));
  }

  /**
   * Takes state as attribute texts (those missing: as its author wrote them); a page uses it for the state in its URL. Fires
   * nothing. What could not be used is returned.
   */
  async restore(texts: Partial<ExplorerTexts>): Promise<readonly StateProblem[]> {
    await this.updateComplete;
    const problems = this.#control.restore(texts);
    const after = encodeState(this.#control.state);
    this.#attributes.write(this.#written, after);
    this.#written = after;
    this.#follow();
    return problems;
  }

  /** Changes state as if by hand: `{ 'group-size': '64', bits: '4' }`. */
  async apply(texts: Partial<ExplorerTexts>): Promise<void> {
    await this.#did(this.#control.apply(texts));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#quiet);
    // Moved within a page, it is connected again before this.
    setTimeout(() => {
      if (!this.isConnected) this.#control.session.dispose();
    });
  }

  protected override willUpdate(): void {
    const texts = this.#attributes.take();
    if (texts) {
      this.#control.load(texts);
      this.#written = encodeState(this.#control.state);
      this.#follow();
    }
    this.#panel.update();
  }

  protected override render(): TemplateResult {
    return explorerLayout({
      control: this.#control,
      over: this.#over,
      filter: this.#filter,
      setOver: (over) => {
        this.#over = over;
        this.requestUpdate();
      },
      setFilter: (text) => {
        this.#filter = text;
        this.requestUpdate();
      },
      open: (file) => void this.open(file, file.name),
      did: (taken) => void this.#did(taken),
      tensor: this.#panel.view(),
    });
  }

  protected override updated(): void {
    const { shown, client } = this.#control.session;
    if (!shown || !client || shown === this.#told) return;
    this.#told = shown;
    this.#tensor = measurable(client, shown.settings, shown.result);
    fire<ExplorerTensor>(this, 'groupwise-tensor', { tensor: this.#tensor });
  }

  /** Shows what the attributes say now, once somebody may see it. */
  #follow(): void {
    if (this.#reached.reached) void this.#control.sync();
    const { view } = this.#control.state;
    if (this.#control.session.shown) this.#panel.maps.look(view);
  }

  async #did(taken: Promise<boolean>): Promise<void> {
    if (await taken) this.#write();
  }

  #write(): void {
    const after = encodeState(this.#control.state);
    const changed = this.#attributes.write(this.#written, after);
    this.#written = after;
    if (changed) fire<ExplorerChange>(this, 'groupwise-change', { attributes: after });
  }
}
