import fc from 'fast-check';
import type { QuantizedTensor, QuantizeOptions, Quantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { sameBytes } from './support/bits.ts';
import { Random } from './support/random.ts';
import { anyQuantizer, quantizerOf, variantsHere } from './support/variants.ts';

const finite = fc.float({ noDefaultInfinity: true, noNaN: true });
const near = fc.float({ min: -8, max: 8, noNaN: true });
const options: fc.Arbitrary<QuantizeOptions> = fc.record({
  bits: fc.integer({ min: 2, max: 8 }),
  rounding: fc.constantFrom('half-away', 'half-even', 'truncate'),
  scale: fc.oneof(
    fc.constantFrom('float32' as const, 'float16' as const),
    fc.record({ digits: fc.integer({ min: 1, max: 9 }) }),
  ),
  groupSize: fc.oneof(fc.integer({ min: 1, max: 70 }), fc.constantFrom('row', 'tensor')),
});
const tensor = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 60 }), fc.boolean())
  .chain(([rows, rowLength, anyMagnitude]) => {
    const size = rows * rowLength;
    return fc
      .float32Array({
        ...{ minLength: size, maxLength: size, noNaN: true },
        ...(anyMagnitude ? { noDefaultInfinity: true } : { min: -8, max: 8 }),
      })
      .map((weights) => ({ weights, rowLength }));
  });

/** The group that each weight lies in, counted without the library. */
function groupsOf({ length, rowLength, groupSize }: QuantizedTensor): number[] {
  const perRow = Math.ceil(rowLength / groupSize);
  return Array.from(
    { length },
    (_, i) => Math.floor(i / rowLength) * perRow + Math.floor((i % rowLength) / groupSize),
  );
}

/** Undefined where the options allow no result: a float16 scale that overflows. */
function quantizeIfPossible(quantizer: Quantizer, weights: Float32Array, asked: QuantizeOptions) {
  try {
    return quantizer.quantize(weights, asked);
  } catch (error) {
    expect(error).toMatchObject({ name: 'GroupwiseError', code: 'scale-overflow' });
    return undefined;
  }
}

/** The first thing about a result that breaks its contract. (A matcher for every weight is slow.) */
function firstFault(q: QuantizedTensor, weights: Float32Array, recovered: Float32Array) {
  const qmax = 2 ** (q.bits - 1) - 1;
  const steps = q.rounding === 'truncate' ? 1 : 0.5;
  const largest = new Float32Array(q.scales.length);
  for (const [i, group] of groupsOf(q).entries()) {
    const [w, code, scale] = [weights[i], q.codes[i], q.scales[group]] as [number, number, number];
    if (!(scale > 0 && Number.isFinite(scale))) return `scale ${group} is ${scale}`;
    if (Math.abs(code) > qmax) return `code ${i} is ${code}`;
    if (recovered[i] !== Math.fround(code * scale)) return `recovered ${i} is ${recovered[i]}`;
    const error = Math.abs(Math.fround(Math.fround(code * scale) - w));
    largest[group] = Math.max(largest[group] as number, error);
    // Half a step where nothing is clipped; 2^-16 of a step for the rounding of quotient and product.
    const isClipped = Math.abs(w / scale) > qmax;
    const most = (steps + 2 ** -16) * scale + 2 ** -149;
    if (!isClipped && Number.isFinite(error) && error > most) return `error ${i} is ${error}`;
  }
  return sameBytes(largest, q.groupMaxError) ? undefined : `group errors ${q.groupMaxError}`;
}

test('codes in range, errors at most half a scale, recovered = code * scale', async () => {
  const quantizer = await anyQuantizer();
  fc.assert(
    fc.property(tensor, options, ({ weights, rowLength }, asked) => {
      const q = quantizeIfPossible(quantizer, weights, { ...asked, rowLength });
      if (q !== undefined) expect(firstFault(q, weights, quantizer.dequantize(q))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('every size 1 to 70 with every group size 1 to 70', async () => {
  const quantizer = await anyQuantizer();
  const random = new Random(3);
  for (let length = 1; length <= 70; length++) {
    const weights = random.tameWeights(length);
    for (let groupSize = 1; groupSize <= 70; groupSize++) {
      const q = quantizer.quantize(weights, { groupSize });
      expect(q.codes.length).toBe(length);
      expect(q.scales.length).toBe(Math.ceil(length / groupSize));
      const recovered = quantizer.dequantize(q);
      for (let i = 0; i < length; i++) {
        const scale = q.scales[Math.floor(i / groupSize)] as number;
        const error = Math.abs((recovered[i] as number) - (weights[i] as number));
        if (error > (0.5 + 2 ** -16) * scale) {
          expect.fail(`${length} weights, groups of ${groupSize}: weight ${i} is off by ${error}`);
        }
      }
    }
  }
});

test('quantizing what was recovered changes nothing', async () => {
  const quantizer = await anyQuantizer();
  fc.assert(
    fc.property(fc.float32Array({ minLength: 1, min: -8, max: 8, noNaN: true }), (weights) => {
      const options = { customScale: 2 ** -4 };
      const q = quantizer.quantize(weights, options);
      const again = quantizer.quantize(quantizer.dequantize(q), options);
      expect(again.codes).toEqual(q.codes);
    }),
  );
});

test('the figures are those of their definitions', async () => {
  const quantizer = await anyQuantizer();
  fc.assert(
    fc.property(fc.array(near, { minLength: 1, maxLength: 100 }), (list) => {
      const weights = Float32Array.from(list);
      const q = quantizer.quantize(weights, { bits: 4, groupSize: 'tensor' });
      const recovered = quantizer.dequantize(q);
      const errors = Array.from(weights, (w, i) => Math.fround((recovered[i] as number) - w));
      const m = quantizer.measure(weights, q);
      const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
      expect(m.maxAbs).toBe(Math.max(...errors.map(Math.abs)));
      expect(m.meanAbs).toBeCloseTo(mean(errors.map(Math.abs)), 12);
      expect(m.rmse).toBeCloseTo(Math.sqrt(mean(errors.map((e) => e * e))), 12);
      expect(m.bias).toBeCloseTo(mean(errors), 12);
      expect(m.zeroed).toBe(list.filter((w, i) => w !== 0 && q.codes[i] === 0).length);
      // Among subnormal weights the stored scale may be so much below the exact one.
      const quotient = (w: number) => Math.fround(Math.abs(w) / (q.scales[0] as number));
      expect(m.clipped).toBe(list.filter((w) => Math.round(quotient(w)) > 7).length);
    }),
  );
});

describe.each(variantsHere.slice(1))('$name gives the bytes of scalar', (variant) => {
  test('for any finite weights and any options', async () => {
    const [scalar, other] = [
      await quantizerOf(variantsHere[0] as (typeof variantsHere)[0]),
      await quantizerOf(variant),
    ];
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 200 }), options, (list, asked) => {
        const weights = Float32Array.from(list);
        const expected = quantizeIfPossible(scalar, weights, asked);
        const actual = quantizeIfPossible(other, weights, asked);
        expect(actual).toEqual(expected);
        if (expected === undefined || actual === undefined) return;
        expect(sameBytes(other.dequantize(actual), scalar.dequantize(expected))).toBe(true);
        expect(other.measure(weights, actual)).toEqual(scalar.measure(weights, expected));
        expect(other.trace(weights, asked)).toEqual(scalar.trace(weights, asked));
      }),
      { numRuns: 150 },
    );
  });

  test('for tensors of many pieces, with figures equal to the bit', async () => {
    const scalar = await quantizerOf(variantsHere[0] as (typeof variantsHere)[0]);
    const other = await quantizerOf(variant);
    const weights = new Random(4).weights(3_000_000);
    for (const asked of [{ groupSize: 33, rowLength: 1500 }, { groupSize: 'row' } as const]) {
      const expected = scalar.quantize(weights, asked);
      const actual = other.quantize(weights, asked);
      expect(sameBytes(actual.codes, expected.codes)).toBe(true);
      expect(sameBytes(actual.scales, expected.scales)).toBe(true);
      expect(sameBytes(actual.groupMaxError, expected.groupMaxError)).toBe(true);
      expect(sameBytes(other.dequantize(actual), scalar.dequantize(actual))).toBe(true);
      expect(other.measure(weights, actual)).toEqual(scalar.measure(weights, expected));
    }
  });
});
