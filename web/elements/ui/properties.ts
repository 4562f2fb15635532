import { nothing } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

type Properties = Readonly<Record<string, string | null>>;

/**
 * Sets CSS properties one by one through the CSSOM. Lit's `styleMap` writes a `style` attribute first, which a
 * Content-Security-Policy without `unsafe-inline` refuses.
 */
class SetProperties extends Directive {
  #previous: Properties = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('properties() belongs on an element');
  }

  override render(_properties: Properties): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [Properties]): typeof nothing {
    const { style } = part.element as HTMLElement | SVGElement;
    for (const name of Object.keys(this.#previous)) {
      if (!(name in properties)) style.removeProperty(name);
    }
    for (const [name, value] of Object.entries(properties)) {
      if (this.#previous[name] === value) continue;
      if (value === null) style.removeProperty(name);
      else style.setProperty(name, value);
    }
    this.#previous = properties;
    return nothing;
  }
}

/** `<i ${properties({ '--x': '3' })}>` */
export const properties = directive(SetProperties);
