/** Tells the page: an event that crosses shadow roots. */
export function emit<T>(element: HTMLElement, name: string, detail: T): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
