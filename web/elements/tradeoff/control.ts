import type { GroupwiseExplorer } from '../explorer/explorer.ts';
import { ExplorerSession } from '../explorer/session.ts';
import { type MeasurableTensor, measurable } from '../tensors/measurable.ts';
import type { TradeoffState } from './state.ts';
import { Survey } from './survey.ts';

/** Measures one tensor after another: an explorer's, one that was handed over, or one of its own. */
export class TradeoffControl {
  readonly #changed: () => void;
  readonly #session: ExplorerSession;
  #tensor: MeasurableTensor | null = null;
  #survey: Survey | null = null;
  #surveyed = '';
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#session = new ExplorerSession(changed);
  }

  get tensor(): MeasurableTensor | null {
    return this.#tensor;
  }

  get survey(): Survey | null {
    return this.#survey;
  }

  /** Another number when there are more points. */
  get version(): number {
    return this.#version;
  }

  /** Of a tensor of its own. */
  get session(): ExplorerSession {
    return this.#session;
  }

  /** Measures a tensor, unless it is being measured already. */
  measure(tensor: MeasurableTensor): void {
    this.#tensor = tensor;
    const { rounding, scale } = tensor.settings;
    const key = JSON.stringify([tensor.id, rounding, scale]);
    if (key !== this.#surveyed || !this.#survey) {
      this.#surveyed = key;
      this.#survey?.stop();
      this.#version += 1;
      this.#survey = new Survey(tensor, () => this.#more());
      void this.#survey.run();
    }
    this.#changed();
  }

  /** Makes the tensor that a state names, and measures it. */
  async make({ source, spec, settings }: TradeoffState): Promise<void> {
    if (source === 'file') return;
    const shownWith = { ...settings, rowLength: spec.columns };
    const outcome = await this.#session.show({ kind: 'generated', spec }, shownWith);
    const { client, shown } = this.#session;
    if (outcome === 'done' && client && shown) {
      this.measure(measurable(client, shownWith, shown.result));
    }
  }

  stop(): void {
    this.#survey?.stop();
    this.#survey = null;
    this.#surveyed = '';
    clearTimeout(this.#timer);
    this.#session.dispose();
  }

  /** The chart is drawn anew a few times a second, not for every point. */
  #more(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#version += 1;
      this.#changed();
    }, 150);
  }
}

/** The explorer with an id in the same tree; it need not be defined yet. */
export function explorerById(element: Element, id: string): GroupwiseExplorer | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.querySelector<GroupwiseExplorer>(`groupwise-explorer#${CSS.escape(id)}`);
}
