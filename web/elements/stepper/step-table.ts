import { html, type TemplateResult } from 'lit';
import { float32Text } from '../text/float32.ts';
import { formatFloat32 } from '../text/format.ts';
import { litClass } from '../walk/highlight.ts';
import type { WalkedWeight } from '../walk/walk.ts';
import type { Reveal, StepView } from './steps/step.ts';

interface Column {
  readonly title: string;
  readonly reveal: Reveal;
  readonly value: (weight: WalkedWeight) => number;
}

const COLUMNS: readonly Column[] = [
  { title: 'Weight / scale', reveal: 'quotient', value: (weight) => weight.quotient },
  { title: 'Code', reveal: 'code', value: (weight) => weight.code },
  { title: 'Recovered', reveal: 'recovered', value: (weight) => weight.recovered },
  { title: 'Error', reveal: 'error', value: (weight) => weight.error },
];

/** The numbers of the pictures as a table: their text alternative. */
export function stepTable(
  { walk, lit }: StepView,
  revealed: ReadonlySet<Reveal>,
  step: number,
): TemplateResult {
  const columns = COLUMNS.filter((column) => revealed.has(column.reveal));
  return html`<details class="table">
    <summary>The numbers as a table</summary>
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the numbers">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Weight</th>
            ${step >= 1 ? html`<th scope="col">Group</th>` : ''}
            ${step >= 2 ? html`<th scope="col">Absmax</th>` : ''}
            ${step >= 3 ? html`<th scope="col">Scale</th>` : ''}
            ${columns.map((column) => html`<th scope="col">${column.title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${walk.weights.map((weight) => {
            const trace = walk.groups[weight.group]?.trace;
            return html`<tr class=${litClass(lit, { weight: weight.index, group: weight.group })} data-weight=${weight.index}>
              <th scope="row">${weight.index + 1}</th>
              <td>${float32Text(weight.weight)}</td>
              ${step >= 1 ? html`<td>${weight.group + 1}</td>` : ''}
              ${step >= 2 ? html`<td>${float32Text(trace?.absmax ?? 0)}</td>` : ''}
              ${step >= 3 ? html`<td>${formatFloat32(trace?.scale ?? 0)}</td>` : ''}
              ${columns.map((column) => html`<td>${formatFloat32(column.value(weight))}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}
