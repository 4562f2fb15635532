import type { Problem, Texts } from './schema.ts';

/**
 * An element whose whole state is attribute texts, so that it can be linked and embedded. It fires `groupwise-change` (or
 * `groupwise-step`) when the person at its controls changes the state.
 */
export interface StatefulElement extends HTMLElement {
  /** All of the state, exact; its names are the attributes. */
  readonly texts: Texts;
  /** Takes a state; what is missing is as the element's author wrote it. Fires nothing. */
  restore(texts: Texts): Promise<readonly Problem[]>;
}

export function isStateful(element: Element): element is StatefulElement {
  return 'texts' in element && 'restore' in element;
}
