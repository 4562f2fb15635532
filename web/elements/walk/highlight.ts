import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is pointed at: one weight (with all that becomes of it) or a whole group. */
export interface Lit {
  readonly weight: number | null;
  readonly group: number | null;
}

export const NOTHING_LIT: Lit = { weight: null, group: null };

/** Marks what belongs to the thing pointed at. */
export function litClass(lit: Lit, place: { weight?: number; group: number }): string {
  if (lit.weight !== null) return lit.weight === place.weight ? 'lit' : '';
  return lit.group === place.group ? 'lit' : '';
}

/**
 * Follows the pointer and the focus over everything that carries `data-weight` or `data-group`, so that each picture only has
 * to say what its marks stand for.
 */
export class Highlight implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };
  #pointed = NOTHING_LIT;
  #focused = NOTHING_LIT;
  #last: number | null = null;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
  ) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const { renderRoot } = this.#host;
    renderRoot.addEventListener('pointerover', this.#point);
    renderRoot.addEventListener('pointerout', this.#unpoint);
    renderRoot.addEventListener('focusin', this.#focus);
    renderRoot.addEventListener('focusout', this.#unfocus);
  }

  hostDisconnected(): void {
    const { renderRoot } = this.#host;
    renderRoot.removeEventListener('pointerover', this.#point);
    renderRoot.removeEventListener('pointerout', this.#unpoint);
    renderRoot.removeEventListener('focusin', this.#focus);
    renderRoot.removeEventListener('focusout', this.#unfocus);
  }

  get lit(): Lit {
    return this.#pointed === NOTHING_LIT ? this.#focused : this.#pointed;
  }

  /** The weight last pointed at or focused: the one whose numbers the formulas show. */
  get lastWeight(): number | null {
    return this.#last;
  }

  readonly #point = (event: Event): void => this.#set(litAt(event), this.#focused);
  readonly #unpoint = (): void => this.#set(NOTHING_LIT, this.#focused);
  readonly #focus = (event: Event): void => this.#set(this.#pointed, litAt(event));
  readonly #unfocus = (): void => this.#set(this.#pointed, NOTHING_LIT);

  #set(pointed: Lit, focused: Lit): void {
    if (same(pointed, this.#pointed) && same(focused, this.#focused)) return;
    this.#pointed = pointed;
    this.#focused = focused;
    this.#last = this.lit.weight ?? this.#last;
    this.#host.requestUpdate();
  }
}

function litAt(event: Event): Lit {
  const target =
    event.target instanceof Element ? event.target.closest('[data-weight],[data-group]') : null;
  if (!target) return NOTHING_LIT;
  const weight = target.getAttribute('data-weight');
  if (weight !== null) return { weight: Number(weight), group: null };
  return { weight: null, group: Number(target.getAttribute('data-group')) };
}

function same(a: Lit, b: Lit): boolean {
  return a.weight === b.weight && a.group === b.group;
}
