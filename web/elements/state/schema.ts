import type { PropertyDeclarations } from 'lit';
import { mapParsed, type Parsed, type TextForm } from '../text/parsed.ts';

/** Attribute texts by attribute name; null: the attribute is not there. */
export type Texts<Name extends string = string> = Readonly<Record<Name, string | null>>;

/** What could not be used of a state. */
export interface Problem {
  /** The attribute it is about; empty: all of them together. */
  readonly attribute: string;
  readonly message: string;
  /** A value was taken all the same, as the message says; without it, the default stands in. */
  readonly isNote?: true;
}

/** One attribute of an element: how its text is read into a state, and written from it. */
export interface Row<State> {
  /** The state with what the text says, the rest of it as it was. */
  read(text: string, state: State): Parsed<State>;
  /** Null: the attribute is not there. */
  write(state: State): string | null;
  /** Its property, where that is not the attribute's name in camel case. */
  readonly property?: string;
  /** May also be given as the text between the tags; the attribute wins. */
  readonly betweenTags?: true;
  /** Says where in the element the reader is. “Reset” leaves it alone, and its changes have an event of their own. */
  readonly isPlace?: true;
}

type RowExtras = Omit<Row<never>, 'read' | 'write'>;

/** The attribute that is a state's member `key`. */
export function row<State, Key extends keyof State>(
  key: Key,
  { read, write }: TextForm<State[Key]>,
  extras: RowExtras = {},
): Row<State> {
  return {
    read: (text, state) => mapParsed(read(text), (value) => ({ ...state, [key]: value })),
    write: (state) => write(state[key]),
    ...extras,
  };
}

/** The rows of what lies in a state under `key`, as rows of the state. */
export function within<State, Key extends keyof State, Name extends string>(
  key: Key,
  rows: Readonly<Record<Name, Row<State[Key]>>>,
): Record<Name, Row<State>> {
  const lifted = Object.entries<Row<State[Key]>>(rows).map(([name, inner]) => [
    name,
    {
      ...inner,
      read: (text: string, state: State) =>
        mapParsed(inner.read(text, state[key]), (value) => ({ ...state, [key]: value })),
      write: (state: State) => inner.write(state[key]),
    },
  ]);
  return Object.fromEntries(lifted);
}

/** All attributes of an element, and what it shows without any. */
export class StateSchema<Name extends string, State> {
  readonly defaults: State;
  readonly rows: Readonly<Record<Name, Row<State>>>;

  constructor(defaults: State, rows: Readonly<Record<Name, Row<State>>>) {
    this.defaults = defaults;
    this.rows = rows;
  }

  get names(): readonly Name[] {
    return Object.keys(this.rows) as Name[];
  }

  /** Reads texts. What is missing or wrong is as in `otherwise`; what is wrong is also reported. */
  decode(
    texts: Partial<Texts<Name>>,
    otherwise = this.defaults,
  ): { readonly state: State; readonly problems: readonly Problem[] } {
    let state = otherwise;
    const problems: Problem[] = [];
    for (const attribute of this.names) {
      const text = texts[attribute] ?? null;
      if (text === null) continue;
      const parsed = this.rows[attribute].read(text, state);
      if ('problem' in parsed) {
        problems.push({ attribute, message: parsed.problem });
        continue;
      }
      state = parsed.value;
      if (parsed.note !== undefined) {
        problems.push({ attribute, message: parsed.note, isNote: true });
      }
    }
    return { state, problems };
  }

  /** Texts that decode to the same state, every float32 bit-equal. */
  encode(state: State): Texts<Name> {
    return this.read((name) => this.rows[name].write(state));
  }

  /** The attributes in which two states differ. */
  changed(before: State, after: State): Name[] {
    if (before === after) return [];
    return this.names.filter((name) => {
      const { write } = this.rows[name];
      return write(before) !== write(after);
    });
  }

  /** A state at the place of another. */
  moved(state: State, { to }: { readonly to: State }): State {
    const places = this.names.filter((name) => this.rows[name].isPlace);
    const texts = places.map((name) => [name, this.rows[name].write(to)]);
    return this.decode(Object.fromEntries(texts), state).state;
  }

  propertyOf(name: Name): string {
    const { property } = this.rows[name];
    return property ?? name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  }

  /** A reflected text property for each attribute. */
  get properties(): PropertyDeclarations {
    const entries = this.names.map((attribute) => [
      this.propertyOf(attribute),
      { attribute, reflect: true },
    ]);
    return Object.fromEntries(entries);
  }

  /** The texts of all attributes, each as `textOf` has it. */
  read(textOf: (name: Name) => string | null): Texts<Name> {
    return Object.fromEntries(this.names.map((name) => [name, textOf(name)])) as Texts<Name>;
  }
}
