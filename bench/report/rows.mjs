import { OPERATIONS } from '../suite/operations.mjs';
import { limitOf, timeOf } from './find.mjs';
import { digits, table, times } from './table.mjs';

/** One table a size and group size: time, speed, share of the limit, and how far from `simd`. */
export function printRows(rows) {
  const sections = new Map();
  for (const row of rows) {
    const title = `${row.weights} weights, groups of ${row.groupSize}`;
    sections.set(title, [...(sections.get(title) ?? []), row]);
  }
  for (const [title, section] of sections) {
    const lines = [];
    for (const operation of Object.keys(OPERATIONS)) {
      for (const row of section.filter((one) => one.operation === operation)) {
        lines.push(lineOf(row, rows));
      }
    }
    const head = ['', '', 'ms', 'best', 'GB/s', 'of limit', 'simd is'];
    console.log(`\n${title}\n${table(head, lines)}`);
  }
}

function lineOf(row, rows) {
  const limit = limitOf(rows, row);
  const simd = timeOf(rows, { ...row, name: 'simd' });
  return [
    OPERATIONS[row.operation].label,
    row.name,
    digits(row.ms),
    digits(row.best),
    digits(row.gbps),
    limit === undefined ? '' : (limit / row.ms).toFixed(2),
    simd === undefined || row.name === 'simd' ? '' : times(row.ms / simd),
  ];
}
