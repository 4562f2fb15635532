import type { FormatSettings } from '../options/settings.ts';
import { Drafts } from '../state/drafts.ts';
import type { Source } from '../tensors/protocol.ts';
import type { Proposal } from '../walk/edits.ts';
import { ExplorerSession } from './session.ts';
import {
  DEFAULT_STATE,
  decodeState,
  type ExplorerState,
  type ExplorerTexts,
  type StateProblem,
} from './state.ts';
import { firstTensor, SOURCE_EDITS, sameWeights, shapeOf, sourceOf } from './wanted.ts';

/**
 * The state that is wanted, and the way to it: a change is tried, and taken back if it fails. Each method that changes
 * something returns whether it was taken.
 */
export class ExplorerControl {
  readonly session: ExplorerSession;
  readonly drafts = new Drafts();
  readonly #changed: () => void;
  #state: ExplorerState = DEFAULT_STATE;
  /** The last that was shown. */
  #good: ExplorerState = DEFAULT_STATE;
  #example: ExplorerState = DEFAULT_STATE;
  #shape: readonly number[] = [DEFAULT_STATE.spec.rows, DEFAULT_STATE.spec.columns];
  #problems: readonly StateProblem[] = [];
  #turn = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.session = new ExplorerSession(changed);
  }

  get state(): ExplorerState {
    return this.#state;
  }

  /** Attributes that could not be used. */
  get problems(): readonly StateProblem[] {
    return this.#problems;
  }

  /** What is wanted, where it can be had: a file's tensor only once the file is open. */
  get source(): Source | null {
    return sourceOf(this.#state, this.session.opened);
  }

  /** Of the tensor that is wanted. */
  get shape(): readonly number[] {
    return this.#shape;
  }

  /** Weights in a row: as set, else the last dimension. */
  get rowLength(): number {
    return this.#state.settings.rowLength ?? Math.max(1, this.#shape.at(-1) ?? 1);
  }

  /** Takes over attribute texts, which are from now on what is not said otherwise; {@link sync} brings what they say. */
  load(texts: Partial<ExplorerTexts>): void {
    const { state, problems } = decodeState(texts);
    this.#example = state;
    this.#take(state);
    this.#problems = problems;
  }

  /** Takes over texts, the missing from the attributes. */
  restore(texts: Partial<ExplorerTexts>): readonly StateProblem[] {
    const { state, problems } = decodeState(texts, this.#example);
    this.#take(state);
    this.#problems = [];
    return problems;
  }

  /** Changes what the texts say, and nothing else. */
  apply(texts: Partial<ExplorerTexts>): Promise<boolean> {
    const { state } = decodeState(texts, this.#state);
    if (sameWeights(state, this.#state)) return this.#go(state, null);
    this.#take(state);
    return this.sync();
  }

  /** Shows what is wanted, where it is not shown. */
  async sync(): Promise<boolean> {
    const { source } = this;
    if (!source) return false;
    const { shown } = this.session;
    const same = shown && JSON.stringify(shown.result.tensor.source) === JSON.stringify(source);
    if (same && JSON.stringify(shown.settings) === JSON.stringify(this.#resolved())) return true;
    return this.#go(this.#state, same ? null : source);
  }

  /** Looks only; nothing is computed. */
  adjust(change: Partial<Pick<ExplorerState, 'layer' | 'range' | 'view'>>): void {
    this.#state = { ...this.#state, ...change };
    this.#good = { ...this.#good, ...change };
    this.#changed();
  }

  async open(blob: Blob, name: string): Promise<boolean> {
    const wanted = this.#state.source === 'file' ? this.#state.tensor : null;
    const opened = await this.session.open(blob, name);
    if (opened === 'superseded') return false;
    // What was on its way has been called off.
    this.#goBack();
    const file = this.session.opened;
    const first = opened === 'done' && file && firstTensor(file, wanted);
    return first ? this.chooseTensor(first.name) : opened === 'done';
  }

  chooseTensor(tensor: string): Promise<boolean> {
    return this.#goTo({ source: 'file', tensor });
  }

  /** Changes where the weights come from, as typed or chosen at a control. */
  editSource(control: keyof typeof SOURCE_EDITS, text: string): Promise<boolean> {
    const reading = SOURCE_EDITS[control](this.#state, text);
    if ('value' in reading) {
      this.drafts.discard(control);
      return this.#goTo(reading.value);
    }
    this.drafts.set(control, text, reading.problem);
    this.#changed();
    return Promise.resolve(false);
  }

  async propose({ control, text, reading }: Proposal): Promise<boolean> {
    this.drafts.set(control, text, 'problem' in reading ? reading.problem : null);
    this.#changed();
    if ('problem' in reading) return false;
    const settings = { ...this.#state.settings, ...reading.value };
    const refuse = (problem: string): void => this.drafts.set(control, text, problem);
    return this.#go({ ...this.#state, settings }, null, refuse);
  }

  settle(control: string): void {
    this.drafts.settle(control);
    this.#changed();
  }

  /** Another tensor starts with rows as it has them. */
  #goTo(change: Partial<ExplorerState>): Promise<boolean> {
    const settings = { ...this.#state.settings, rowLength: null };
    this.#state = { ...this.#state, ...change, settings, view: null };
    this.#shape = shapeOf(this.#state, this.session.opened);
    this.#changed();
    const { source } = this;
    return source ? this.#go(this.#state, source) : Promise.resolve(true);
  }

  async #go(
    next: ExplorerState,
    source: Source | null,
    refuse?: (problem: string) => void,
  ): Promise<boolean> {
    const turn = ++this.#turn;
    this.#state = next;
    this.#changed();
    if (!source && !this.session.shown && !this.session.busy) return true;
    const outcome = await this.session.show(source, this.#resolved());
    if (outcome === 'superseded' || turn !== this.#turn) return false;
    if (outcome === 'done') {
      this.#good = this.#state;
    } else {
      this.#goBack();
      if (refuse) refuse(this.session.takeProblem() ?? 'refused');
    }
    this.#changed();
    return outcome === 'done';
  }

  #take(state: ExplorerState): void {
    this.#state = state;
    if (!this.session.shown) this.#good = state;
    this.#shape = shapeOf(state, this.session.opened);
    this.drafts.discardAll();
    this.#changed();
  }

  /** To what is shown. */
  #goBack(): void {
    const { layer, range } = this.#state;
    this.#state = { ...this.#good, layer, range };
    const { shown, opened } = this.session;
    this.#shape = shown?.result.tensor.shape ?? shapeOf(this.#state, opened);
  }

  #resolved(): FormatSettings {
    const empty = this.#shape.includes(0);
    return { ...this.#state.settings, rowLength: empty ? null : this.rowLength };
  }
}
