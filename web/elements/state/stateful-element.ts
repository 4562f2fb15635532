/** A state as attribute texts, by attribute name; null: without that attribute. */
export type StateTexts = Readonly<Record<string, string | null>>;

/** What could not be used of a state; an empty attribute stands for all of them together. */
export interface StateProblem {
  readonly attribute: string;
  readonly message: string;
}

/**
 * An element whose whole state is attribute texts, so that it can be linked and embedded. It fires `groupwise-change` (or
 * `groupwise-step`) when the person at its controls changes the state.
 */
export interface StatefulElement extends HTMLElement {
  /** All of the state, exact; its names are the attributes. */
  readonly texts: StateTexts;
  /** Takes a state, of which the missing are the example's. Fires nothing. */
  restore(texts: StateTexts): Promise<readonly StateProblem[]>;
}

export function isStateful(element: Element): element is StatefulElement {
  return 'texts' in element && 'restore' in element;
}
