import type { ReactiveController, ReactiveControllerHost } from 'lit';

const STEP_MS = 3200;

/** Advances by one step at a time until told that there is none left. */
export class Player implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Takes a step; false: that was the last. */
  readonly #advance: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, advance: () => boolean) {
    this.#host = host;
    this.#advance = advance;
    host.addController(this);
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  play(): void {
    this.#timer ??= setInterval(() => {
      if (!this.#advance()) this.pause();
    }, STEP_MS);
    this.#host.requestUpdate();
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.pause();
  }
}
