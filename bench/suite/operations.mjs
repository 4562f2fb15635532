// What is measured, and the bytes that it reads and writes, by which GB/s are counted.

/** @type {Record<string, { label: string, bytes: (weights: number, groups: number) => number }>} */
export const OPERATIONS = {
  errors: {
    label: 'quantize: codes, scales, group errors',
    bytes: (weights, groups) => 5 * weights + 8 * groups,
  },
  codes: {
    label: 'quantize: codes and scales',
    bytes: (weights, groups) => 5 * weights + 4 * groups,
  },
  'end-to-end': {
    label: 'quantize, from a Float32Array to an Int8Array',
    bytes: (weights, groups) => 5 * weights + 8 * groups,
  },
  dequantize: { label: 'dequantize', bytes: (weights, groups) => 5 * weights + 4 * groups },
  measure: { label: 'measure', bytes: (weights, groups) => 5 * weights + 4 * groups },
  narrow: { label: 'limit: read 4 bytes, write 1', bytes: (weights) => 5 * weights },
  widen: { label: 'limit: read 1 byte, write 4', bytes: (weights) => 5 * weights },
};
