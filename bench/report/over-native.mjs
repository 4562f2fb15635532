import { OPERATIONS } from '../suite/operations.mjs';
import { timeOf } from './find.mjs';
import { table } from './table.mjs';

/** Speed of the simd variant as a share of the native build's. */
export function printOverNative(rows) {
  const simd = rows.filter(({ name }) => name === 'simd');
  const lines = simd.flatMap((row) => {
    const native = timeOf(rows, { ...row, name: 'native' });
    if (native === undefined) return [];
    const { label } = OPERATIONS[row.operation];
    return [[label, String(row.weights), String(row.groupSize), (native / row.ms).toFixed(2)]];
  });
  console.log(`\n${table(['wasm simd over native', 'weights', 'groups', 'share'], lines)}`);
}
