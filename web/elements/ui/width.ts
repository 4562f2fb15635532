import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The width in px that pictures may take: that of the element matching `selector`. */
export class Width implements ReactiveController {
  readonly #host: Host;
  readonly #selector: string;
  #observer: ResizeObserver | undefined;
  #observed: Element | null = null;
  #px = 0;

  constructor(host: Host, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  /** 0 until it is known. */
  get px(): number {
    return this.#px;
  }

  hostUpdated(): void {
    const element = this.#host.renderRoot.querySelector(this.#selector);
    if (element === this.#observed) return;
    this.#observer ??= new ResizeObserver(this.#resized);
    if (this.#observed) this.#observer.unobserve(this.#observed);
    if (element) this.#observer.observe(element);
    this.#observed = element;
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  readonly #resized = (entries: ResizeObserverEntry[]): void => {
    const px = Math.floor(entries.at(-1)?.contentRect.width ?? 0);
    if (px === this.#px || px === 0) return;
    this.#px = px;
    this.#host.requestUpdate();
  };
}
