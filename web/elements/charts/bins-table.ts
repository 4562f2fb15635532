import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatFloat } from '../text/format.ts';
import type { Bar } from './bins.ts';

/** A histogram's bars as a table: their text alternative. Empty bins are left out, as they are in the picture. */
export function binsTable(
  bars: readonly Bar[],
  counted: 'weights' | 'groups',
  of: 'weights' | 'scales',
): TemplateResult | typeof nothing {
  if (bars.length === 0) return nothing;
  return html`<details class="table">
    <summary>The bars as a table<span class="visually-hidden">: ${of}</span></summary>
    <div class="scroll bins" tabindex="0" role="group" aria-label="Bars of the ${of}">
      <table>
        <thead>
          <tr>
            <th scope="col">from</th>
            <th scope="col">up to</th>
            <th scope="col">${counted}</th>
          </tr>
        </thead>
        <tbody>
          ${bars.map(
            ({ x1, x2, count }) => html`<tr>
              <th scope="row">${formatFloat(x1, 4)}</th>
              <td>${formatFloat(x2, 4)}</td>
              <td>${formatCount(count)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
