import type { Variant } from 'groupwise';
import { html, nothing, type TemplateResult } from 'lit';
import { sharedQuantizer } from '../elements/state/quantizer-element.ts';

/** Which build of the quantizer runs on this page, and why. */
export interface Runs {
  /** For readers. */
  readonly text: string;
  /** For developers; null: none runs. */
  readonly reason: string | null;
}

const HOW: Readonly<Record<Variant, string>> = {
  scalar: 'one weight at a time, as this browser has no SIMD',
  simd: 'several weights at a time (SIMD), on one core',
  threads: 'several weights at a time (SIMD), on several cores',
};

export async function whatRuns(): Promise<Runs> {
  try {
    const { variant, variantReason } = await sharedQuantizer();
    return {
      text:
        `The small examples are computed in this page, ${HOW[variant]}; whole tensors in the background, on all cores where ` +
        'this site’s server allows it. However it is computed, the numbers are the same, bit for bit.',
      reason: `The ${variant} build runs: ${variantReason}.`,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { text: `The quantizer could not start: ${why}`, reason: null };
  }
}

export function footer(runs: Runs | null): TemplateResult {
  return html`<footer>
    <p class="runs">${runs?.text}</p>
    ${
      runs?.reason
        ? html`<details>
            <summary>Which build runs, and why</summary>
            <p class="reason">${runs.reason}</p>
          </details>`
        : nothing
    }
    <p>Open source under the MIT licence.</p>
  </footer>`;
}
