import type { Progress } from './measure.ts';
import {
  DEFAULT_STATE,
  decodeState,
  type SpeedProblem,
  type SpeedState,
  type SpeedTexts,
} from './state.ts';

export type SpeedStage = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

/** What is to be measured, and what was. */
export class SpeedSession {
  readonly #changed: () => void;
  #state = DEFAULT_STATE;
  #example = DEFAULT_STATE;
  #problems: readonly SpeedProblem[] = [];
  #stage: SpeedStage = 'idle';
  #progress: Progress | null = null;
  #failure: string | null = null;
  #running: AbortController | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): SpeedState {
    return this.#state;
  }

  get problems(): readonly SpeedProblem[] {
    return this.#problems;
  }

  get stage(): SpeedStage {
    return this.#stage;
  }

  /** Null: nothing was measured with these settings. */
  get progress(): Progress | null {
    return this.#progress;
  }

  get failure(): string | null {
    return this.#failure;
  }

  /** Takes over the attributes. */
  load(texts: Partial<SpeedTexts>): void {
    const { state, problems } = decodeState(texts);
    this.#example = state;
    this.#problems = problems;
    this.set(state);
  }

  /** Takes texts, of which the missing are the example's. */
  restore(texts: Partial<SpeedTexts>): readonly SpeedProblem[] {
    const { state, problems } = decodeState(texts, this.#example);
    this.#problems = [];
    this.set(state);
    return problems;
  }

  /** What was measured with other settings is gone. */
  set(state: SpeedState): void {
    const { length, groupSize } = this.#state;
    if (state.length === length && state.groupSize === groupSize) return;
    this.#state = state;
    this.#forget();
    this.#changed();
  }

  async start(): Promise<void> {
    this.#forget();
    const running = new AbortController();
    this.#running = running;
    this.#stage = 'running';
    this.#changed();
    try {
      const { measureSpeed } = await import('./measure.ts');
      running.signal.throwIfAborted();
      await measureSpeed(this.#state, running.signal, (progress) => {
        this.#progress = progress;
        this.#changed();
      });
      this.#end('done');
    } catch (error) {
      if (running.signal.aborted) return;
      this.#failure = error instanceof Error ? error.message : String(error);
      this.#end('failed');
    }
  }

  /** What has been measured by now stays. */
  stop(): void {
    this.#running?.abort();
    if (this.#stage === 'running') this.#end('stopped');
  }

  #end(stage: SpeedStage): void {
    this.#running = null;
    this.#stage = stage;
    this.#changed();
  }

  #forget(): void {
    this.#running?.abort();
    this.#running = null;
    this.#stage = 'idle';
    this.#progress = null;
    this.#failure = null;
  }
}
