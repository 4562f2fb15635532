import { createQuantizer, GroupwiseError, type Quantizer } from 'groupwise';
import type { nothing, TemplateResult } from 'lit';
import { inWords } from '../text/error-message.ts';
import type { Texts } from './schema.ts';
import { type Outcome, StateElement } from './state-element.ts';

let shared: Promise<Quantizer> | undefined;

/** The one quantizer all elements of a page share, made when the first of them asks. A failure may be tried again. */
export function sharedQuantizer(): Promise<Quantizer> {
  shared ??= createQuantizer().catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** An element that shows what the page's quantizer makes of its state, at once. */
export abstract class QuantizerElement<Name extends string, State, Result> extends StateElement<
  Name,
  State
> {
  #quantizer: Quantizer | null = null;
  #result: Result | null = null;
  #failure: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    sharedQuantizer().then(
      (quantizer) => this.#start(quantizer),
      (error: unknown) => {
        this.#failure = error instanceof Error ? error.message : String(error);
        this.requestUpdate();
      },
    );
  }

  /** Null until there is a quantizer. */
  protected get result(): Result | null {
    return this.#result;
  }

  /** Why there is no quantizer; null: there is one, or may still be. */
  protected get failure(): string | null {
    return this.#failure;
  }

  /** @throws {GroupwiseError} where the quantizer refuses the state */
  protected abstract compute(quantizer: Quantizer, state: State): Result;

  protected override bring(state: State): Outcome {
    if (!this.#quantizer) return 'done';
    try {
      this.#result = this.compute(this.#quantizer, state);
      return 'done';
    } catch (error) {
      if (error instanceof GroupwiseError) return { refusal: inWords(error) };
      throw error;
    }
  }

  protected override whyNotYet(): string | null {
    return this.#quantizer ? null : 'the quantizer is still loading';
  }

  protected override notices(more: readonly string[] = []): TemplateResult | typeof nothing {
    return super.notices(
      this.#failure === null ? more : [...more, `The quantizer could not start: ${this.#failure}`],
    );
  }

  /** Takes the state held so far; if it is refused, as much of it as can be taken. */
  #start(quantizer: Quantizer): void {
    this.requestUpdate();
    if (this.#quantizer) return;
    this.#quantizer = quantizer;
    const { schema, state } = this;
    const inTags = schema.names.filter((name) => schema.rows[name].betweenTags);
    const texts = Object.fromEntries(inTags.map((name) => [name, this.texts[name]]));
    const some = schema.decode(texts as Partial<Texts<Name>>).state;
    this.settleOn([state, this.initial, some, schema.defaults]);
  }
}
