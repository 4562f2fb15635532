import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Work for an element begins when it is nearly in view. */
const AHEAD = '300px';

/** Calls back once, when the element is first nearly in view. */
export class WhenReached implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #then: () => void;
  #observer: IntersectionObserver | null = null;
  #reached = false;

  constructor(host: ReactiveControllerHost & HTMLElement, then: () => void) {
    this.#host = host;
    this.#then = then;
    host.addController(this);
  }

  get reached(): boolean {
    return this.#reached;
  }

  hostConnected(): void {
    if (this.#reached) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        this.#reached = true;
        this.#then();
      },
      { rootMargin: AHEAD },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
