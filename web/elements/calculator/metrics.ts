import { html, type TemplateResult } from 'lit';
import { formatCount, formatFixed, plural } from '../text/format.ts';
import { gigabytes } from './memory.ts';
import type { Calculated } from './state.ts';

/** What is quoted, and what it leaves out. */
export function quoted({ storage, scaleSize }: Calculated): TemplateResult {
  const { codeBytes, scaleBytes, totalBytes, numGroups } = storage;
  const rest =
    numGroups === 1
      ? `There is also one scale of ${scaleSize} bytes`
      : `Each of the ${formatCount(numGroups)} groups also keeps a scale of ${scaleSize} bytes`;
  return html`<p class="quoted">
    Usually quoted is <span class="number">${gigabytes(codeBytes)}</span>: the codes alone. ${rest}:
    <span class="number">${gigabytes(scaleBytes)}</span> more, <span class="number">${gigabytes(totalBytes)}</span> in all.
  </p>`;
}

/** Every figure, with its exact bytes. */
export function metrics({ storage, float16Bytes }: Calculated): TemplateResult {
  const { originalBytes, codeBytes, scaleBytes, totalBytes, numGroups, bitsPerWeight } = storage;
  const bytes = (name: string, value: number, more = ''): TemplateResult => html`<tr class=${more}>
    <th scope="row">${name}</th>
    <td>${gigabytes(value)}</td>
    <td>${formatCount(value)}</td>
  </tr>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Bytes">
      <table part="figures">
        <thead>
          <tr>
            <th scope="col">Weights kept as</th>
            <th scope="col">Size</th>
            <th scope="col">Bytes</th>
          </tr>
        </thead>
        <tbody>
          ${bytes('float32', originalBytes)} ${bytes('float16', float16Bytes)}
          ${bytes('codes', codeBytes)} ${bytes(`scales of ${plural(numGroups, 'group')}`, scaleBytes)}
          ${bytes('codes + scales', totalBytes, 'total')}
        </tbody>
      </table>
    </div>
    <p class="rate">
      <span class="number">${formatFixed(bitsPerWeight, 4)}</span> bits per weight, scales included:
      ${
        totalBytes <= originalBytes
          ? html`<span class="number">${formatFixed(storage.savedPercent, 2)}\u00a0%</span> less than float32.`
          : html`<em>more</em> than float32. A group this small does not pay for its scale.`
      }
    </p>`;
}
