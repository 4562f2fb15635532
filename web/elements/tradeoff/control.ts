import type { ReactiveController } from 'lit';
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
  /** What was made last, or is being made. */
  #made = '';
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

  /** Measures what is to be measured now: the tensor handed over, the explorer's once it has one, or one of its own. */
  follow(element: Element, state: TradeoffState, handed: MeasurableTensor | null): void {
    if (!handed && state.explorer === null) {
      void this.#make(state);
      return;
    }
    const tensor = handed ?? explorerById(element, state.explorer ?? '')?.measurable;
    if (tensor) this.measure(tensor);
  }

  /** Makes the tensor that a state names, and measures it. */
  async #make({ source, spec, settings }: TradeoffState): Promise<void> {
    const made = JSON.stringify([spec, settings.rounding, settings.scale]);
    if (source === 'file' || made === this.#made) return;
    this.#made = made;
    const shownWith = { ...settings, rowLength: spec.columns };
    const outcome = await this.#session.show({ kind: 'generated', spec }, shownWith);
    if (outcome === 'failed') this.#made = '';
    const { client, shown } = this.#session;
    if (outcome === 'done' && client && shown) {
      this.measure(measurable(client, shownWith, shown.result));
    }
  }

  stop(): void {
    this.#survey?.stop();
    this.#survey = null;
    this.#surveyed = '';
    this.#made = '';
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

/** Tells when an explorer in the same tree shows another tensor, or when the element itself has come to another place. */
export class TensorNews implements ReactiveController {
  readonly #element: Element;
  readonly #tell: () => void;
  #root: Node | null = null;

  constructor(element: Element, tell: () => void) {
    this.#element = element;
    this.#tell = tell;
  }

  hostConnected(): void {
    this.#root = this.#element.getRootNode();
    this.#root.addEventListener('groupwise-tensor', this.#tell);
    this.#tell();
  }

  hostDisconnected(): void {
    this.#root?.removeEventListener('groupwise-tensor', this.#tell);
  }
}
