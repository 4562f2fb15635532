import { html, type TemplateResult } from 'lit';
import { sharedQuantizer } from '../elements/quantizer.ts';

/** Which build of the quantizer runs on this page, and why. */
export async function whatRuns(): Promise<string> {
  try {
    const { variant, variantReason } = await sharedQuantizer();
    return `Computed on this page by the ${variant} build: ${variantReason}.`;
  } catch (error) {
    return `The quantizer could not start: ${error instanceof Error ? error.message : error}`;
  }
}

export function footer(runs: string): TemplateResult {
  return html`<footer>
    <p class="runs">${runs}</p>
    <p>Open source under the MIT licence.</p>
  </footer>`;
}
