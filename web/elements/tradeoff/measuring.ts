import type { ReactiveController } from 'lit';
import type { MeasurableTensor } from '../tensors/measurable.ts';
import { TensorSession } from '../tensors/session.ts';
import type { TradeoffState } from './state.ts';
import { Survey } from './survey.ts';

/** Measures one tensor after another: an explorer's, one that was handed over, or one of its own. */
export class Measuring {
  readonly #changed: () => void;
  readonly #session: TensorSession;
  #tensor: MeasurableTensor | null = null;
  #survey: Survey | null = null;
  #surveyed = '';
  /** What was made last, or is being made. */
  #made = '';
  #problem: string | null = null;
  #version = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#session = new TensorSession(changed);
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

  /** Why nothing, or no more, is measured. */
  get problem(): string | null {
    return this.#survey?.problem ?? this.#problem;
  }

  /** Of a tensor of its own. */
  get session(): TensorSession {
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
    const tensor = handed ?? tensorSourceById(element, state.explorer ?? '')?.measurable;
    if (tensor) this.measure(tensor);
  }

  /** Makes the tensor that a state names, and measures it. */
  async #make({ source, spec, settings }: TradeoffState): Promise<void> {
    const made = JSON.stringify([spec, settings.rounding, settings.scale]);
    if (source === 'file' || made === this.#made) return;
    this.#made = made;
    this.#problem = null;
    const shownWith = { ...settings, rowLength: spec.columns };
    const outcome = await this.#session.show({ kind: 'generated', spec }, shownWith);
    const { measurable } = this.#session;
    if (outcome === 'done' && measurable) this.measure(measurable);
    else if (typeof outcome === 'object') {
      this.#made = '';
      this.#problem = outcome.refusal;
      this.#changed();
    }
  }

  stop(): void {
    this.#survey?.stop();
    this.#survey = null;
    this.#surveyed = '';
    this.#made = '';
    clearTimeout(this.#timer);
    this.#timer = undefined;
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

/** An element that shows a tensor, and can be set to other settings. */
export interface TensorSource extends Element {
  /** Missing until the element is defined; null: no tensor is shown yet. */
  readonly measurable?: MeasurableTensor | null;
  apply?(texts: Readonly<Record<string, string>>): Promise<void>;
}

/** The explorer with an id in the same tree; it need not be defined yet. */
export function tensorSourceById(element: Element, id: string): TensorSource | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.querySelector<TensorSource>(`groupwise-explorer#${CSS.escape(id)}`);
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
