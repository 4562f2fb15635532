import type { TemplateResult } from 'lit';
import type { FormatSettings } from '../options/settings.ts';
import { type Outcome, StateElement } from '../state/state-element.ts';
import type { MeasurableTensor } from '../tensors/measurable.ts';
import { TensorSession } from '../tensors/session.ts';
import { shapeOf, sourceOf } from '../tensors/source.ts';
import { WhenReached } from '../tensors/when-reached.ts';
import { emit } from '../ui/emit.ts';
import type { ExplorerGroup, ExplorerTensor } from './events.ts';
import { explorerStyles } from './explorer.styles.ts';
import { explorerLayout } from './layout.ts';
import {
  anotherTensor,
  type ExplorerAttribute,
  type ExplorerState,
  type ExplorerTexts,
  explorerSchema,
  firstTensor,
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
export class GroupwiseExplorer extends StateElement<ExplorerAttribute, ExplorerState> {
  static override properties = explorerSchema.properties;
  static override styles = explorerStyles;

  declare source: string | null;
  declare size: string | null;
  declare seed: string | null;
  declare tensor: string | null;
  declare groupSize: string | null;
  declare bits: string | null;
  declare rounding: string | null;
  declare scaleFormat: string | null;
  declare rowLength: string | null;
  declare layer: string | null;
  declare range: string | null;
  declare view: string | null;

  readonly #session = new TensorSession(() => this.requestUpdate());
  readonly #panel = new TensorPanel(
    this,
    { session: this.#session, state: () => this.state },
    {
      viewed: () => {
        this.adjust({ view: this.#panel.maps.zoomed ? this.#panel.maps.view : null });
        clearTimeout(this.#quiet);
        this.#quiet = setTimeout(() => this.commit(), QUIET_MS);
      },
      adjusted: (change) => {
        this.adjust(change);
        this.commit();
      },
      send: (group) => emit<ExplorerGroup>(this, 'groupwise-group', group),
    },
  );
  readonly #reached = new WhenReached(this, () => {
    if (!this.#opening) void this.again();
  });
  /** The file on its way: until it is there, or refused, nothing else is shown in its place. */
  #opening: Blob | null = null;
  /** The tensor that the page was told of last. */
  #told: MeasurableTensor | null = null;
  #over = false;
  #filter = '';
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super(explorerSchema);
  }

  /** The tensor that is shown; null: none is yet. */
  get measurable(): MeasurableTensor | null {
    return this.#session.measurable;
  }

  /** Opens a file, as if it had been dropped. Settles when it is open or refused; then the element says why. */
  async open(file: Blob, name: string): Promise<void> {
    const wanted = this.state.source === 'file' ? this.state.tensor : null;
    this.#opening = file;
    const outcome = await this.#session.open(file, name);
    if (this.#opening === file) this.#opening = null;
    if (outcome === 'superseded') return;
    this.goBack();
    this.refuse(outcome === 'done' ? null : outcome.refusal);
    const { opened } = this.#session;
    const first = outcome === 'done' && opened ? firstTensor(opened, wanted) : undefined;
    if (first) await this.#choose(first.name);
    else if (!this.#session.shown) await this.again();
  }

  /** Changes state as if by hand: `{ 'group-size': '64', bits: '4' }`. */
  async apply(texts: Partial<ExplorerTexts>): Promise<void> {
    await this.change(this.schema.decode(texts, this.state).state);
  }

  protected override bring(state: ExplorerState): Outcome | Promise<Outcome> {
    const { opened, shown } = this.#session;
    if (!shown && (this.#opening || !this.#reached.reached)) return 'done';
    // Of a file that is not open there is nothing to show: the settings are those of what is shown.
    const source = sourceOf(state, opened) ?? shown?.result.tensor.source;
    return source ? this.#session.show(source, this.#resolved(state)) : 'done';
  }

  protected override restored(): void {
    if (this.#session.shown) this.#panel.maps.look(this.state.view);
  }

  protected override removed(): void {
    this.#session.dispose();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#panel.update();
  }

  protected override render(): TemplateResult {
    return explorerLayout({
      session: this.#session,
      state: this.state,
      shape: this.#shape(this.state),
      rowLength: this.#rowLength(this.state),
      editing: this.editing,
      notices: this.notices(),
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
      choose: (tensor) => void this.#choose(tensor),
      edit: (control, text) => this.#edit(control, text),
      tensor: this.#panel.view(),
    });
  }

  protected override updated(): void {
    const { measurable } = this;
    if (!measurable || measurable === this.#told) return;
    this.#told = measurable;
    emit<ExplorerTensor>(this, 'groupwise-tensor', { tensor: measurable });
  }

  async #choose(tensor: string): Promise<void> {
    await this.change(anotherTensor(this.state, { source: 'file', tensor }));
  }

  /** Changes where the weights come from, as typed or chosen at a control. */
  #edit(control: 'source' | 'size' | 'seed', text: string): void {
    const parsed = this.schema.rows[control].read(text, this.state);
    this.drafts.discard(control);
    if ('value' in parsed) void this.change(anotherTensor(parsed.value, {}));
    else {
      this.drafts.set(control, text, parsed.problem);
      this.requestUpdate();
    }
  }

  /** Of the tensor that is wanted; of a file that is not open, of the one that is shown. */
  #shape(state: ExplorerState): readonly number[] {
    const { opened, shown } = this.#session;
    return shapeOf(state, opened) ?? shown?.result.tensor.shape ?? [];
  }

  /** Weights in a row: as set, else the last dimension. */
  #rowLength(state: ExplorerState): number {
    return state.settings.rowLength ?? Math.max(1, this.#shape(state).at(-1) ?? 1);
  }

  #resolved(state: ExplorerState): FormatSettings {
    const isEmpty = this.#shape(state).includes(0);
    return { ...state.settings, rowLength: isEmpty ? null : this.#rowLength(state) };
  }
}
