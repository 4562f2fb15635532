import type { QuantizeOptions, Quantizer } from 'groupwise';
import { bytesOf } from './bits.ts';
import { Random } from './random.ts';

const count = 10_000_000;

/** What every build must give; tests/native/ten_million_test.cpp has the same. */
export const tenMillionCases: { options: QuantizeOptions; hash: number }[] = [
  { options: {}, hash: 3396766034 },
  {
    options: {
      ...{ groupSize: 47, rowLength: 1250, bits: 4 },
      ...{ rounding: 'half-even', scale: { digits: 3 } },
    },
    hash: 1714856903,
  },
];

/** Half of all magnitudes, half of near ones. */
export function tenMillionWeights(): Float32Array {
  const random = new Random(20240607);
  const weights = new Float32Array(count);
  weights.set(random.weights(count / 2));
  weights.set(random.tameWeights(count / 2), count / 2);
  return weights;
}

export function hashOf(quantizer: Quantizer, weights: Float32Array, options: QuantizeOptions) {
  const { codes, scales, groupMaxError } = quantizer.quantize(weights, options);
  return [codes, scales, groupMaxError].reduce(fnv1a, 2166136261) >>> 0;
}

function fnv1a(hash: number, values: ArrayBufferView): number {
  const bytes = bytesOf(values);
  let h = hash;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ (bytes[i] as number), 16777619);
  return h;
}
