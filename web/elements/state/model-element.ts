import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { fire } from '../ui/emit.ts';
import { type Change, type Model, type ModelProblem, ModelSession, type Texts } from './model.ts';
import { sharedQuantizer } from './shared-quantizer.ts';
import { TextContent } from './text-content.ts';
import { textOf } from './text-of.ts';

/** Detail of `groupwise-change`: the state as attribute texts, exact. */
export interface ModelChange<Name extends string> {
  readonly attributes: Texts<Name>;
}

/** The reflected text properties that a model's attributes are. */
export function textProperties(propertyOf: Readonly<Record<string, string>>): PropertyDeclarations {
  return Object.fromEntries(
    Object.entries(propertyOf).map(([attribute, property]) => [
      property,
      { attribute, reflect: true },
    ]),
  );
}

/**
 * An element whose attributes are the state of a model; what is changed at its controls is written back to them. One of the
 * attributes may also be given as the text between the tags; the attribute wins.
 */
export abstract class ModelElement<Name extends string, State, Result> extends LitElement {
  protected readonly session: ModelSession<Name, State, Result>;
  readonly #propertyOf: Readonly<Record<Name, string>>;
  /** The texts this element has read or written itself. */
  #known: Texts<Name> | null = null;
  #failure: string | null = null;
  readonly #inText: Name;
  readonly #content: TextContent;
  /** What this element has written over its text. */
  #overText: string | null = null;

  constructor(model: Model<Name, State, Result>, inText: Name) {
    super();
    this.#inText = inText;
    this.#content = new TextContent(this, () => {
      const property = this.#propertyOf[inText];
      if (this.#overText !== null && Reflect.get(this, property) === this.#overText) {
        Reflect.set(this, property, null);
      }
      this.#overText = null;
    });
    this.session = new ModelSession(model);
    this.#propertyOf = model.propertyOf;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    sharedQuantizer().then(
      (quantizer) => {
        if (this.session.result === null) this.session.start(quantizer);
        this.requestUpdate();
      },
      (error: unknown) => {
        this.#failure = error instanceof Error ? error.message : String(error);
        this.requestUpdate();
      },
    );
  }

  /** The state as attribute texts, exact. */
  get texts(): Texts<Name> {
    return this.session.texts;
  }

  /**
   * Takes a state as attribute texts (those missing: the example's) without making it the example that “reset” brings back;
   * a page uses it for the state in its URL. Fires nothing. What could not be used is returned.
   */
  async restore(texts: Partial<Texts<Name>>): Promise<readonly ModelProblem[]> {
    await this.updateComplete;
    const before = this.session.texts;
    const problems = this.session.restore(texts);
    this.#write(before, this.session.texts);
    this.requestUpdate();
    return problems;
  }

  protected override willUpdate(): void {
    const texts = this.#read();
    if (this.#known && this.#names().every((name) => texts[name] === this.#known?.[name])) return;
    this.#known = texts;
    this.session.load(texts);
  }

  protected readonly propose = (change: Change<State>): void =>
    this.#change(() => this.session.propose(change));

  protected readonly reset = (): void => this.#change(() => this.session.reset());

  protected readonly settle = (control: string): void => {
    this.session.drafts.settle(control);
    this.requestUpdate();
  };

  /** What could not be used. */
  protected notices(): TemplateResult | typeof nothing {
    const texts = this.session.problems.map(({ attribute, message }) =>
      attribute === '' ? message : `${attribute}: ${message}`,
    );
    if (this.#failure !== null) texts.push(`The quantizer could not start: ${this.#failure}`);
    return texts.length === 0
      ? nothing
      : html`<div class="notices" role="alert">
          <ul>
            ${texts.map((text) => html`<li>${text}</li>`)}
          </ul>
        </div>`;
  }

  /** Runs a change; if it was taken, the attributes follow and the page is told. */
  #change(run: () => boolean): void {
    const before = this.session.texts;
    const taken = run();
    this.requestUpdate();
    if (!taken) return;
    const attributes = this.session.texts;
    if (this.#write(before, attributes)) {
      fire<ModelChange<Name>>(this, 'groupwise-change', { attributes });
    }
  }

  /** Writes the attributes that differ between two states; the others keep what their author wrote. False: none did. */
  #write(before: Texts<Name>, after: Texts<Name>): boolean {
    const changed = this.#names().filter((name) => before[name] !== after[name]);
    for (const name of changed) Reflect.set(this, this.#propertyOf[name], after[name]);
    if (this.#content.text !== null && changed.includes(this.#inText)) {
      this.#overText = after[this.#inText];
    }
    this.#known = this.#read();
    return changed.length > 0;
  }

  #read(): Texts<Name> {
    const entries = this.#names().map((name): [Name, string | null] => {
      const text = textOf(Reflect.get(this, this.#propertyOf[name]));
      return [name, name === this.#inText ? (text ?? this.#content.text) : text];
    });
    return Object.fromEntries(entries) as Texts<Name>;
  }

  #names(): Name[] {
    return Object.keys(this.#propertyOf) as Name[];
  }
}
