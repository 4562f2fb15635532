import { Drafts } from '../stepper/drafts.ts';
import type { Proposal } from '../stepper/edits.ts';
import type { FormatSettings } from '../stepper/settings.ts';
import type { Source } from '../tensors/protocol.ts';
import { readSeed, readSize } from '../tensors/spec.ts';
import { ExplorerSession } from './session.ts';
import {
  DEFAULT_STATE,
  decodeState,
  type ExplorerState,
  type ExplorerTexts,
  type StateProblem,
} from './state.ts';

/** Of a file that is opened, a tensor up to this size is shown at once. */
const MOST_AT_ONCE = 2 ** 24;

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
    const { source, spec, tensor } = this.#state;
    if (source !== 'file') return { kind: 'generated', spec };
    const known = tensor !== null && this.session.tensorInfo(tensor)?.supported;
    return known ? { kind: 'file', tensor } : null;
  }

  /** Of the tensor that is wanted. */
  get shape(): readonly number[] {
    const { source, spec, tensor } = this.#state;
    if (source !== 'file') return [spec.rows, spec.columns];
    return (tensor !== null && this.session.tensorInfo(tensor)?.shape) || [];
  }

  /** Weights in a row: as set, else the last dimension. */
  get rowLength(): number {
    return this.#state.settings.rowLength ?? Math.max(1, this.shape.at(-1) ?? 1);
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
    this.#take(decodeState(texts, this.#state).state);
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
    if ((await this.session.open(blob, name)) !== 'done') return false;
    const tensors = this.session.opened?.tensors.filter((info) => info.supported) ?? [];
    const wanted = this.#state.source === 'file' && this.#state.tensor;
    const first =
      tensors.find((info) => info.name === wanted) ??
      tensors.find((info) => info.shape.length > 1 && info.length <= MOST_AT_ONCE) ??
      (tensors.length === 1 ? tensors[0] : undefined);
    return first ? this.chooseTensor(first.name) : true;
  }

  chooseTensor(tensor: string): Promise<boolean> {
    return this.#goTo({ source: 'file', tensor });
  }

  chooseSource(source: ExplorerState['source']): Promise<boolean> {
    if (source === 'file') return this.#goTo({ source });
    return this.#goTo({ source, spec: { ...this.#state.spec, distribution: source } });
  }

  resize(text: string): Promise<boolean> {
    const reading = readSize(text);
    if ('problem' in reading) return Promise.resolve(false);
    return this.#goTo({ spec: { ...this.#state.spec, ...reading.value } });
  }

  async reseed(text: string): Promise<boolean> {
    const reading = readSeed(text);
    this.drafts.set('seed', text, 'problem' in reading ? reading.problem : null);
    this.#changed();
    if ('problem' in reading) return false;
    this.drafts.discard('seed');
    return this.#goTo({ spec: { ...this.#state.spec, seed: reading.value } });
  }

  async propose({ control, text, reading }: Proposal): Promise<boolean> {
    const refused = 'problem' in reading ? reading.problem : null;
    this.drafts.set(control, text, refused);
    this.#changed();
    if ('problem' in reading) return false;
    const settings: FormatSettings = { ...this.#state.settings, ...reading.value };
    const taken = await this.#go({ ...this.#state, settings }, null, (problem) =>
      this.drafts.set(control, text, problem),
    );
    return taken;
  }

  settle(control: string): void {
    this.drafts.settle(control);
    this.#changed();
  }

  /** Another tensor starts with rows as it has them. */
  #goTo(change: Partial<ExplorerState>): Promise<boolean> {
    const settings = { ...this.#state.settings, rowLength: null };
    this.#state = { ...this.#state, ...change, settings, view: null };
    this.#changed();
    const { source } = this;
    return source ? this.#go(this.#state, source) : Promise.resolve(true);
  }

  async #go(
    next: ExplorerState,
    source: Source | null,
    refuse?: (problem: string) => void,
  ): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#state = next;
    this.#changed();
    if (!source && !this.session.shown && !this.session.busy) return true;
    const outcome = await this.session.show(source, this.#resolved());
    if (outcome === 'superseded' || turn !== this.#turn) return false;
    const { layer, range } = this.#state;
    if (outcome === 'done') {
      this.#good = next;
    } else {
      this.#state = { ...this.#good, layer, range };
      if (refuse) refuse(this.session.takeProblem() ?? 'refused');
    }
    this.#changed();
    return outcome === 'done';
  }

  #take(state: ExplorerState): void {
    this.#state = state;
    this.drafts.discardAll();
    this.#changed();
  }

  #resolved(): FormatSettings {
    const empty = this.shape.includes(0);
    return { ...this.#state.settings, rowLength: empty ? null : this.rowLength };
  }
}
