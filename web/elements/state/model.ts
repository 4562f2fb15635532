import { GroupwiseError, type Quantizer } from 'groupwise';
import type { Reading } from '../options/options-text.ts';
import { inWords } from '../text/error-message.ts';
import { Drafts } from './drafts.ts';

/** Attribute texts by attribute name; null: the attribute is not there. */
export type Texts<Name extends string> = Readonly<Record<Name, string | null>>;

export interface ModelProblem {
  /** The attribute it is about; empty: all of them together. */
  readonly attribute: string;
  readonly message: string;
}

/** What an element holds, how it is written as attributes, and what the quantizer makes of it. */
export interface Model<Name extends string, State, Result> {
  /** The attributes, each with its property. */
  readonly propertyOf: Readonly<Record<Name, string>>;
  readonly defaults: State;
  /** Reads texts; what is missing or wrong is taken from `otherwise`, and what is wrong is also reported. */
  decode(
    texts: Partial<Texts<Name>>,
    otherwise: State,
  ): { readonly state: State; readonly problems: readonly ModelProblem[] };
  /** Texts that decode to the same state, every float32 bit-equal. */
  encode(state: State): Texts<Name>;
  /** @throws {GroupwiseError} */
  compute(quantizer: Quantizer, state: State): Result;
  /** Drafts that mean nothing any more once `control` has changed the state. */
  outdate?(drafts: Drafts, control: string, before: State, after: State): void;
}

/** A change somebody asks for: the control it comes from, the text as typed, and what it would set. */
export interface Change<State> {
  readonly control: string;
  readonly text: string;
  readonly reading: Reading<Partial<State>>;
}

/** Holds a state and its result. A change is either taken whole or refused with a message; then all stays as it was. */
export class ModelSession<Name extends string, State, Result> {
  readonly drafts = new Drafts();
  readonly #model: Model<Name, State, Result>;
  #quantizer: Quantizer | null = null;
  #state: State;
  #example: State;
  #result: Result | null = null;
  #problems: readonly ModelProblem[] = [];

  constructor(model: Model<Name, State, Result>) {
    this.#model = model;
    this.#state = model.defaults;
    this.#example = model.defaults;
  }

  get state(): State {
    return this.#state;
  }

  get texts(): Texts<Name> {
    return this.#model.encode(this.#state);
  }

  /** Null until there is a quantizer. */
  get result(): Result | null {
    return this.#result;
  }

  get problems(): readonly ModelProblem[] {
    return this.#problems;
  }

  get isExample(): boolean {
    return this.drafts.isEmpty && this.#changed(this.#state, this.#example).size === 0;
  }

  start(quantizer: Quantizer): void {
    this.#quantizer = quantizer;
    if (!this.#run(this.#state) && !this.#run(this.#example)) this.#run(this.#model.defaults);
  }

  /** Takes over the attributes; they become the example that {@link reset} brings back. */
  load(texts: Partial<Texts<Name>>): void {
    const { state, problems } = this.#model.decode(texts, this.#model.defaults);
    this.#problems = problems;
    this.drafts.discardAll();
    if (this.#run(state)) this.#example = this.#state;
  }

  /** Takes texts, of which the missing are the example's, without making them the example. */
  restore(texts: Partial<Texts<Name>>): readonly ModelProblem[] {
    const { state, problems } = this.#model.decode(texts, this.#example);
    this.drafts.discardAll();
    this.#problems = [];
    this.#run(state);
    return [...problems, ...this.#problems];
  }

  reset(): boolean {
    this.drafts.discardAll();
    this.#problems = [];
    return this.#run(this.#example);
  }

  propose({ control, text, reading }: Change<State>): boolean {
    if ('problem' in reading) {
      this.drafts.set(control, text, reading.problem);
      return false;
    }
    const before = this.#state;
    const after = { ...before, ...reading.value };
    const refusal = this.#try(after);
    this.drafts.set(control, text, refusal);
    if (refusal !== null) return false;
    this.#model.outdate?.(this.drafts, control, before, after);
    const changed = this.#changed(before, after);
    this.#problems = this.#problems.filter(
      ({ attribute }) => attribute !== '' && !changed.has(attribute),
    );
    return true;
  }

  /** False: the quantizer refused; the message is among the problems. */
  #run(state: State): boolean {
    if (!this.#quantizer) {
      this.#state = state;
      return true;
    }
    const refusal = this.#try(state);
    if (refusal !== null) this.#problems = [...this.#problems, { attribute: '', message: refusal }];
    return refusal === null;
  }

  /** Null: taken. Else why the quantizer refused it. */
  #try(state: State): string | null {
    if (!this.#quantizer) return 'the quantizer is still loading';
    try {
      this.#result = this.#model.compute(this.#quantizer, state);
      this.#state = state;
      return null;
    } catch (error) {
      if (error instanceof GroupwiseError) return inWords(error);
      throw error;
    }
  }

  #changed(a: State, b: State): ReadonlySet<string> {
    const [one, other] = [this.#model.encode(a), this.#model.encode(b)];
    const names = Object.keys(one) as Name[];
    return new Set(names.filter((name) => one[name] !== other[name]));
  }
}
