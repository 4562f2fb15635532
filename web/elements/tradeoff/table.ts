import { html, type TemplateResult } from 'lit';
import { BITS } from '../options/settings.ts';
import { formatDecibels, formatFixed } from '../text/format.ts';
import { sizeName } from './sizes.ts';
import { pointKey, type Survey } from './survey.ts';

/** The same as numbers. */
export function surveyTable(survey: Survey): TemplateResult {
  return html`<details class="table">
    <summary>The measurements as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Measurements">
      <table>
        <caption class="visually-hidden">
          SQNR, and bits per weight with scales, by group size and bits of a code
        </caption>
        <thead>
          <tr>
            <th scope="col">Group size</th>
            ${BITS.map((bits) => html`<th scope="col">${bits} bits</th>`)}
          </tr>
        </thead>
        <tbody>
          ${survey.sizes.map(
            (groupSize) => html`<tr>
              <th scope="row">${sizeName(groupSize)}</th>
              ${BITS.map((bits) => {
                const point = survey.points.get(pointKey({ groupSize, bits }));
                return html`<td>
                  ${point ? `${formatDecibels(point.sqnrDb)} (${formatFixed(point.bitsPerWeight, 3)})` : '…'}
                </td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
