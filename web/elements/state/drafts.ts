import type { Parsed } from '../text/parsed.ts';

/** A text typed into a control, kept as typed while it is being edited or as long as it is refused. */
export interface Draft {
  readonly text: string;
  /** Why it is refused; null: it was accepted. */
  readonly problem: string | null;
}

/** A change somebody asks for: the control it comes from, the text as typed, and what it would set. */
export interface Change<State> {
  readonly control: string;
  readonly text: string;
  readonly parsed: Parsed<Partial<State>>;
}

/** What controls need besides the state: the texts being typed, and where to send a change. */
export interface Editing<State> {
  readonly draft: (control: string) => Draft | undefined;
  readonly propose: (change: Change<State>) => void;
  /** Editing ended. */
  readonly settle: (control: string) => void;
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

  get isEmpty(): boolean {
    return this.#drafts.size === 0;
  }

  /** Those whose control begins with `prefix`. */
  discardAll(prefix = ''): void {
    for (const control of [...this.#drafts.keys()]) {
      if (control.startsWith(prefix)) this.#drafts.delete(control);
    }
  }
}
