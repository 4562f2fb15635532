import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { emit } from '../ui/emit.ts';
import { type Change, type Draft, Drafts, type Editing } from './drafts.ts';
import type { Problem, StateSchema, Texts } from './schema.ts';
import { TextContent } from './text-content.ts';

/** Detail of `groupwise-change`: the state as attribute texts, exact. */
export interface StateChange<Name extends string = string> {
  readonly attributes: Texts<Name>;
}

/** What came of bringing about a state. `superseded`: something newer took its place. */
export type Outcome = 'done' | 'superseded' | { readonly refusal: string };

/**
 * An element whose state is its attributes. What the person at its controls changes is written back to them.
 *
 * Who leads: `state`, what is wanted. Controls show it and {@link texts} are its texts. Everything else follows from it or
 * feeds it: attributes are read into it when somebody else writes them ({@link #known} tells who did) and written from it
 * when a change has been brought about; `#accepted` is the last state that was, to go back to when a later one is refused;
 * `initial` is the author's, which “reset” brings back. What is shown, a result of `bring`, is the subclass's.
 */
export abstract class StateElement<Name extends string, State> extends LitElement {
  protected readonly schema: StateSchema<Name, State>;
  protected readonly drafts = new Drafts();
  readonly #content: TextContent | null;
  readonly #inTags: Name | undefined;
  #state: State;
  #accepted: State;
  #initial: State;
  #problems: readonly Problem[] = [];
  /** The attributes' texts as last read or written here. */
  #known: Texts<Name> | null = null;
  /** What the attributes say, as a state. */
  #written: State;
  /** What this element has written over the text between its tags. */
  #overText: string | null = null;
  #turn = 0;
  #isRemoved = false;

  constructor(schema: StateSchema<Name, State>) {
    super();
    this.schema = schema;
    this.#state = this.#accepted = this.#initial = this.#written = schema.defaults;
    const inTags = schema.names.find((name) => schema.rows[name].betweenTags);
    this.#inTags = inTags;
    this.#content =
      inTags === undefined ? null : new TextContent(this, () => this.#textChanged(inTags));
  }

  /** The state as attribute texts, exact. */
  get texts(): Texts<Name> {
    return this.schema.encode(this.#state);
  }

  /**
   * Takes a state as attribute texts (those missing: as its author wrote them) without making it the one that “reset” brings
   * back; a page uses it for the state in its URL. Fires nothing. What could not be used is returned.
   */
  async restore(texts: Partial<Texts<Name>>): Promise<readonly Problem[]> {
    await this.updateComplete;
    const { state, problems } = this.schema.decode(texts, this.#initial);
    this.drafts.discardAll();
    this.#problems = problems.filter(({ isNote }) => isNote);
    let refusals: readonly Problem[] = [];
    void this.#go(state, (refusal) => {
      if (refusal === null) return;
      this.refuse(refusal);
      refusals = [{ attribute: '', message: refusal }];
    });
    this.#write();
    this.restored();
    return [...problems, ...refusals];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#isRemoved) return;
    this.#isRemoved = false;
    void this.again();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within a page, it is connected again before this.
    setTimeout(() => {
      if (this.isConnected || this.#isRemoved) return;
      this.#isRemoved = true;
      this.removed();
    });
  }

  /** What is wanted. */
  protected get state(): State {
    return this.#state;
  }

  /** What could not be used. */
  protected get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** What “reset” brings back. */
  protected get initial(): State {
    return this.#initial;
  }

  protected get isInitial(): boolean {
    const changed = this.schema.changed(this.#state, this.#initial);
    return this.drafts.isEmpty && changed.every((name) => this.schema.rows[name].isPlace);
  }

  /** For templates of controls. */
  protected get editing(): Editing<State> {
    return { draft: this.draft, propose: this.propose, settle: this.settle };
  }

  /** Brings about what a state asks for, at once or later; then the last state asked for wins. */
  protected bring(_state: State): Outcome | Promise<Outcome> {
    return 'done';
  }

  /** @returns why no change can be taken yet; null: it can */
  protected whyNotYet(): string | null {
    return null;
  }

  /** The element was taken out of its document. Put back, its state is brought about again. */
  protected removed(): void {}

  /** The state is another, and not by hand. */
  protected restored(): void {}

  /** Discards drafts that mean nothing any more once `control` has changed the state. */
  protected outdate(_control: string, _before: State, _after: State): void {}

  protected readonly draft = (control: string): Draft | undefined => this.drafts.get(control);

  /** Takes a change whole, or refuses it at its control; then all stays as it was. */
  protected readonly propose = ({ control, text, parsed }: Change<State>): void => {
    const problem = 'problem' in parsed ? parsed.problem : this.whyNotYet();
    this.drafts.set(control, text, problem);
    this.requestUpdate();
    if (problem !== null || 'problem' in parsed) return;
    const before = this.#state;
    void this.change({ ...before, ...parsed.value }, (refusal) => {
      if (refusal === null) this.outdate(control, before, this.#state);
      else this.drafts.set(control, text, refusal);
    });
  };

  protected readonly settle = (control: string): void => {
    this.drafts.settle(control);
    this.requestUpdate();
  };

  protected readonly reset = (): void => {
    this.drafts.discardAll();
    this.#problems = [];
    void this.change(this.schema.moved(this.#initial, { to: this.#state }));
  };

  /** Makes a state the one that “reset” brings back, and goes there. */
  protected begin(state: State): void {
    this.#initial = this.schema.moved(state, { to: this.#initial });
    this.reset();
  }

  /** A change by hand. Once it is brought about, the attributes follow and the page is told. */
  protected change(
    next: State,
    settled = (refusal: string | null): void => {
      if (refusal !== null) this.refuse(refusal);
    },
  ): void | Promise<void> {
    const before = this.#state;
    return this.#go(next, (refusal) => {
      settled(refusal);
      if (refusal !== null) return;
      this.#forget(before);
      this.commit();
    });
  }

  /** Changes where the reader is or looks; there is nothing to bring about. */
  protected adjust(change: Partial<State>): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    this.#accepted = { ...this.#accepted, ...change };
    this.#forget(before);
    this.requestUpdate();
  }

  /** Brings about the state anew. */
  protected again(): void | Promise<void> {
    return this.#go(this.#state, (refusal) => {
      if (refusal !== null) this.refuse(refusal);
    });
  }

  /** Takes the first of some states that can be had, as its author's; why the very first cannot is said. */
  protected settleOn(states: readonly State[]): void {
    for (const [at, state] of states.entries()) {
      const outcome = this.bring(state);
      if (typeof outcome === 'object' && 'refusal' in outcome) {
        if (at === 0) this.refuse(outcome.refusal);
        continue;
      }
      this.#state = this.#accepted = this.#written = state;
      if (at > 0) this.#initial = state;
      return;
    }
  }

  /** Back to the last state that was brought about; what is on its way is called off. */
  protected goBack(): void {
    this.#turn += 1;
    this.#state = this.#accepted;
    this.requestUpdate();
  }

  /** Says why something could not be had; null: it can. */
  protected refuse(message: string | null): void {
    const others = this.#problems.filter(({ attribute }) => attribute !== '');
    this.#problems = message === null ? others : [...others, { attribute: '', message }];
    this.requestUpdate();
  }

  /** Writes the attributes and tells the page. False: there is nothing to tell. */
  protected commit(): boolean {
    const moved = (name: Name): boolean => this.schema.rows[name].isPlace === true;
    const changed = this.#write();
    if (changed.every(moved)) return false;
    const texts = Object.entries(this.texts).filter(([name]) => !moved(name as Name));
    const attributes = Object.fromEntries(texts) as Texts<Name>;
    emit<StateChange<Name>>(this, 'groupwise-change', { attributes });
    return true;
  }

  /** What could not be used, as a list. */
  protected notices(more: readonly string[] = []): TemplateResult | typeof nothing {
    const texts = [...this.#problems.map((problem) => this.noticeOf(problem)), ...more];
    return texts.length === 0
      ? nothing
      : html`<div class="notices" role="alert">
          <ul>
            ${texts.map((text) => html`<li class="problem">${text}</li>`)}
          </ul>
        </div>`;
  }

  protected noticeOf({ attribute, message, isNote }: Problem): string {
    if (attribute === '') return message;
    return isNote ? `${attribute}: ${message}` : `${attribute}: ${message}. The default is used.`;
  }

  protected override willUpdate(): void {
    const texts = this.#read();
    const { names, rows } = this.schema;
    const known = this.#known;
    const changed = names.filter((name) => texts[name] !== known?.[name]);
    if (changed.length === 0 && known) return;
    this.#known = texts;
    if (known && changed.every((name) => rows[name].isPlace)) this.#loadPlace(texts, changed);
    else this.#load(texts);
    this.restored();
  }

  /** Takes over the attributes; they become the state that {@link reset} brings back. */
  #load(texts: Texts<Name>): void {
    const defaults = this.schema.moved(this.schema.defaults, { to: this.#state });
    const { state, problems } = this.schema.decode(texts, defaults);
    const before = this.#initial;
    this.#problems = problems;
    this.drafts.discardAll();
    this.#initial = state;
    void this.#go(state, (refusal) => {
      if (refusal === null) return;
      this.#initial = before;
      this.refuse(refusal);
    });
    this.#written = this.#state;
  }

  #loadPlace(texts: Texts<Name>, changed: readonly Name[]): void {
    const places = Object.fromEntries(changed.map((name) => [name, texts[name]]));
    const { state, problems } = this.schema.decode(places as Partial<Texts<Name>>, this.#state);
    this.#state = this.#written = state;
    this.#accepted = this.schema.moved(this.#accepted, { to: state });
    this.#initial = this.schema.moved(this.#initial, { to: state });
    const others = this.#problems.filter(({ attribute }) => !changed.includes(attribute as Name));
    this.#problems = [...others, ...problems];
  }

  /** Makes a state the wanted one and brings it about. `settled` is not called where something newer took its place. */
  #go(next: State, settled: (refusal: string | null) => void): void | Promise<void> {
    this.#state = next;
    this.#turn += 1;
    const turn = this.#turn;
    this.requestUpdate();
    const finish = (outcome: Outcome): void => {
      if (outcome === 'superseded' || turn !== this.#turn) return;
      if (outcome === 'done') this.#accepted = this.#state;
      else this.goBack();
      settled(outcome === 'done' ? null : outcome.refusal);
      this.requestUpdate();
    };
    const outcome = this.bring(next);
    return outcome instanceof Promise ? outcome.then(finish) : finish(outcome);
  }

  /** Problems of what has changed since, and of all together, are out of date. */
  #forget(before: State): void {
    const changed: readonly string[] = this.schema.changed(before, this.#state);
    this.#problems = this.#problems.filter(
      ({ attribute }) => attribute !== '' && !changed.includes(attribute),
    );
  }

  /** Writes the attributes that differ from what they say; the others keep what their author wrote. */
  #write(): readonly Name[] {
    const changed = this.schema.changed(this.#written, this.#state);
    const texts = this.texts;
    for (const name of changed) Reflect.set(this, this.schema.propertyOf(name), texts[name]);
    const inTags = this.#inTags;
    if (inTags !== undefined && changed.includes(inTags) && this.#content?.text != null) {
      this.#overText = texts[inTags];
    }
    this.#written = this.#state;
    this.#known = this.#read();
    return changed;
  }

  #read(): Texts<Name> {
    return this.schema.read((name) => {
      // Frameworks set properties to numbers and lists where the tag has text.
      const value: unknown = Reflect.get(this, this.schema.propertyOf(name));
      if (value !== undefined && value !== null) return String(value);
      return name === this.#inTags ? (this.#content?.text ?? null) : null;
    });
  }

  /** The text between the tags counts again, if the attribute over it is this element's own. */
  #textChanged(name: Name): void {
    const property = this.schema.propertyOf(name);
    if (this.#overText !== null && Reflect.get(this, property) === this.#overText) {
      Reflect.set(this, property, null);
    }
    this.#overText = null;
  }
}
