import { html, type TemplateResult } from 'lit';

/** A sentence whose numbers are not broken at the minus sign of their exponent. */
export function unbroken(text: string): (string | TemplateResult)[] {
  return text
    .split(/([\d.]+e-\d+)/)
    .map((part, at) => (at % 2 === 1 ? html`<span class="unbroken">${part}</span>` : part));
}
