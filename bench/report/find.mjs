/** Median time in ms of what is like `row`, or undefined. */
export function timeOf(rows, { weights, groupSize, name, operation }) {
  return rows.find(
    (row) =>
      row.weights === weights &&
      row.groupSize === groupSize &&
      row.name === name &&
      row.operation === operation,
  )?.ms;
}

const LIMITS = {
  scalar: 'limit, scalar',
  native: 'limit, native',
  'native reference': 'limit, native',
};

/** Time of the limit that a row is held against: of its own variant, on one thread, or else of simd. */
export function limitOf(rows, row) {
  if (row.operation === 'narrow' || row.operation === 'widen') return undefined;
  const name = LIMITS[row.name] ?? 'limit, simd';
  const operation = row.operation === 'dequantize' ? 'widen' : 'narrow';
  return timeOf(rows, { ...row, name, operation });
}
