import { html, type TemplateResult } from 'lit';
import { formatFloat32 } from '../text/format.ts';
import type { Walk, WalkedWeight } from '../walk/walk.ts';
import { difference } from './difference.ts';
import type { Compared } from './verdict.ts';

const SIDE_COLUMNS = ['group', 'scale', 'code', 'recovered', 'error', 'mark'] as const;

/** The numbers of the rows as a table: their text alternative. */
export function compareTable({ a, b, nameA, nameB }: Compared): TemplateResult {
  return html`<details class="table">
    <summary>The numbers as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the numbers">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Weight</th>
            ${[nameA, nameB].map((name, side) =>
              SIDE_COLUMNS.map(
                (column) =>
                  html`<th scope="col"><abbr title=${name}>${side === 0 ? 'A' : 'B'}</abbr> ${column}</th>`,
              ),
            )}
            <th scope="col">B against A</th>
          </tr>
        </thead>
        <tbody>
          ${a.weights.map((weight) => {
            const other = b.weights[weight.index];
            if (!other) return '';
            const { codes, errors } = difference(weight, other);
            return html`<tr>
              <th scope="row">${weight.index + 1}</th>
              <td>${formatFloat32(weight.weight)}</td>
              ${cells(weight, a)} ${cells(other, b)}
              <td>${codes}, ${errors}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}

function cells(weight: WalkedWeight, { groups }: Walk): TemplateResult {
  const mark = weight.lost ? 'lost' : weight.clipped ? 'clipped' : '–';
  return html`<td>${weight.group + 1}</td>
    <td>${formatFloat32(groups[weight.group]?.trace.scale ?? 0)}</td>
    <td>${weight.code}</td>
    <td>${formatFloat32(weight.recovered)}</td>
    <td>${formatFloat32(weight.error)}</td>
    <td>${mark}</td>`;
}
