import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shareAt } from './stage.ts';

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface DragOptions {
  /** What stands at the end of the shared axis now; it stays while a drag lasts. */
  readonly limit: () => number;
  /** Whether dots can be dragged at this step. */
  readonly enabled: () => boolean;
  readonly move: (index: number, value: number) => void;
}

/** Lets a weight be dragged along the number line. */
export class Drag implements ReactiveController {
  readonly #host: Host;
  readonly #options: DragOptions;
  #index: number | null = null;
  #limit = 1;

  constructor(host: Host, options: DragOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The weight being dragged. */
  get index(): number | null {
    return this.#index;
  }

  /** The axis' limit, held still while a weight is dragged. */
  get limit(): number {
    return this.#index === null ? this.#options.limit() : this.#limit;
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('pointerdown', this.#down);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('pointerdown', this.#down);
    this.#end();
  }

  readonly #down = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.button !== 0 || !this.#options.enabled()) return;
    const dot = event.target instanceof Element ? event.target.closest('.dot') : null;
    const picture = dot?.closest('svg');
    if (!dot || !picture) return;
    event.preventDefault();
    this.#limit = this.#options.limit();
    this.#index = Number(dot.getAttribute('data-weight'));
    const move = (moved: PointerEvent): void => this.#move(moved, picture);
    const end = (): void => {
      picture.removeEventListener('pointermove', move);
      this.#end();
    };
    picture.setPointerCapture(event.pointerId);
    picture.addEventListener('pointermove', move);
    picture.addEventListener('lostpointercapture', end, { once: true });
    this.#host.requestUpdate();
  };

  #move(event: PointerEvent, picture: SVGSVGElement): void {
    if (this.#index === null) return;
    const box = picture.getBoundingClientRect();
    const value = shareAt(event.clientX - box.left, box.width) * this.#limit;
    this.#options.move(this.#index, readable(value, this.#limit));
  }

  #end(): void {
    if (this.#index === null) return;
    this.#index = null;
    this.#host.requestUpdate();
  }
}

/** A dragged value with as many digits as a hand can place: three for the largest weight, fewer near zero. */
function readable(value: number, limit: number): number {
  const unit = 10 ** (Math.floor(Math.log10(limit)) - 2);
  return Number((Math.round(value / unit) * unit).toPrecision(3));
}
