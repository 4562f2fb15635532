import type { Progress } from './measure.ts';
import { type SpeedState, speedSchema } from './state.ts';

export type SpeedStage = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

/** What is to be measured, and what was. */
export class SpeedSession {
  readonly #changed: () => void;
  #state = speedSchema.defaults;
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

  /** Takes what is to be measured. What was measured of something else is gone. */
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
