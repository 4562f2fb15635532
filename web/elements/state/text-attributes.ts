import type { LitElement, PropertyDeclarations } from 'lit';
import { textOf } from './text-of.ts';

/** Attribute texts by attribute name; null: the attribute is not there. */
export type AttributeTexts<Name extends string> = Readonly<Record<Name, string | null>>;

export type PropertyNames<Name extends string> = Readonly<Record<Name, string>>;

/** A reflected text property for each attribute. */
export function textDeclarations(names: PropertyNames<string>): PropertyDeclarations {
  return Object.fromEntries(
    Object.entries(names).map(([attribute, property]) => [property, { attribute, reflect: true }]),
  );
}

/** An element's state as attributes: read when somebody else changes them, written when the person at the controls does. */
export class TextAttributes<Name extends string> {
  readonly #element: LitElement;
  readonly #names: PropertyNames<Name>;
  #known: AttributeTexts<Name> | null = null;

  constructor(element: LitElement, names: PropertyNames<Name>) {
    this.#element = element;
    this.#names = names;
  }

  get texts(): AttributeTexts<Name> {
    const properties = this.#element as unknown as Record<string, unknown>;
    const entries = this.#all.map((name) => [name, textOf(properties[this.#names[name]])]);
    return Object.fromEntries(entries) as AttributeTexts<Name>;
  }

  /** The texts, if somebody else has changed them since they were last taken or written; else null. */
  take(): AttributeTexts<Name> | null {
    const texts = this.texts;
    if (this.#known && this.#all.every((name) => texts[name] === this.#known?.[name])) return null;
    this.#known = texts;
    return texts;
  }

  /** Writes those that differ between two states; the others keep what their author wrote. False: none did. */
  write(before: AttributeTexts<Name>, after: AttributeTexts<Name>): boolean {
    const changed = this.#all.filter((name) => before[name] !== after[name]);
    const properties = this.#element as unknown as Record<string, string | null>;
    for (const name of changed) properties[this.#names[name]] = after[name];
    this.#known = this.texts;
    return changed.length > 0;
  }

  get #all(): Name[] {
    return Object.keys(this.#names) as Name[];
  }
}
