import type { AttributeProblem } from '../options/codec.ts';
import { STEPS, stepIndex } from './steps/index.ts';
import type { Step } from './steps/step.ts';

/** Which step is shown: as the attribute says, until the person goes elsewhere. */
export class StepPlace {
  #at = 0;
  #example = 0;
  #problem: string | null = null;
  /** The attribute's text as last read or written. */
  #known: string | null = null;

  /** From 0. */
  get at(): number {
    return this.#at;
  }

  get step(): Step | undefined {
    return STEPS[this.#at];
  }

  get name(): string {
    return this.step?.name ?? '';
  }

  get isLast(): boolean {
    return this.#at === STEPS.length - 1;
  }

  /** Why the attribute could not be used. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Takes the attribute's text, if somebody else has changed it. */
  load(text: string | null): void {
    if (text === this.#known) return;
    this.#known = text;
    const index = text === null ? 0 : stepIndex(text);
    this.#problem = index === undefined ? `step ${unknown(text)}` : null;
    this.#at = index ?? this.#at;
    this.#example = this.#at;
  }

  /** Goes to a step; false where there is none, or it is there already. */
  go(index: number): boolean {
    if (!STEPS[index] || index === this.#at) return false;
    this.#at = index;
    this.#problem = null;
    this.#known = this.name;
    return true;
  }

  /** Takes a text (null: the attribute's own step) without making it the attribute's. What could not be used is returned. */
  restore(text: string | null): readonly AttributeProblem[] {
    const index = text === null ? this.#example : stepIndex(text);
    this.go(index ?? this.#example);
    return index === undefined ? [{ attribute: 'step', message: unknown(text) }] : [];
  }
}

function unknown(text: string | null): string {
  return `“${text?.slice(0, 24)}” is not known`;
}
