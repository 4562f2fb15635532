/** A text typed into a control, kept as typed while it is being edited or as long as it is refused. */
export interface Draft {
  readonly text: string;
  /** Why it is refused; null: it was accepted. */
  readonly problem: string | null;
}

/** The texts being typed, by control: an attribute's name, `weight:3`, or `list`. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();

  get(control: string): Draft | undefined {
    return this.#drafts.get(control);
  }

  set(control: string, text: string, problem: string | null): void {
    this.#drafts.set(control, { text, problem });
  }

  /** Editing ended: an accepted text gives way to the value's own text, a refused one stays to be mended. */
  settle(control: string): void {
    if (this.#drafts.get(control)?.problem === null) this.#drafts.delete(control);
  }

  discard(control: string): void {
    this.#drafts.delete(control);
  }

  /** The cells' texts: after the list has changed, they belong to other weights. */
  discardWeights(): void {
    for (const control of [...this.#drafts.keys()]) {
      if (control.startsWith('weight:')) this.#drafts.delete(control);
    }
  }

  get isEmpty(): boolean {
    return this.#drafts.size === 0;
  }

  discardAll(): void {
    this.#drafts.clear();
  }
}
