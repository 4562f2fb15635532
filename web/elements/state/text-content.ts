import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The text between an element's tags, for what may be given there instead of in an attribute. It is never markup. */
export class TextContent implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => this.#follow());
  #text: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** Null where there is none but white space. */
  get text(): string | null {
    return this.#text;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #follow(): void {
    const text = this.#host.textContent.trim() || null;
    if (text === this.#text) return;
    this.#text = text;
    this.#changed();
    this.#host.requestUpdate();
  }
}
