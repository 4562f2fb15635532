import { html, type TemplateResult } from 'lit';

/** The terms that figures are named by, in plain words. */
export const TERMS = {
  lost: 'Lost: not zero, but the code is 0.',
  clipped: 'Clipped: beyond the last code, and cut off to it.',
  rms: 'RMS error: the root of the mean squared error.',
  sqnr:
    'SQNR: the sum of the squared weights over that of the squared errors, in decibels (dB); ten more mean a tenth of ' +
    'the squared error.',
} as const;

/** What the figures above it mean. */
export function glossary(...terms: readonly (keyof typeof TERMS)[]): TemplateResult {
  return html`<p class="hint glossary">${terms.map((term) => TERMS[term]).join(' ')}</p>`;
}
