// The traps of docs/numerics.md that the golden vectors do not name, on every variant.
import { describe, expect, test } from 'vitest';
import { bitsOf, stepped } from './support/bits.ts';
import { Random } from './support/random.ts';
import { quantizerOf, variantsHere } from './support/variants.ts';

const floatMax = 3.4028234663852886e38;
const smallest = 2 ** -149;
const codesUpTo126 = Array.from({ length: 126 }, (_, k) => k);

describe.each(variantsHere)('traps on $name', (variant) => {
  /** Codes of weights beside 127 * scale, which fixes the scale of their group. */
  async function codesAt(scale: number, weights: number[], rounding?: 'half-even' | 'truncate') {
    const quantizer = await quantizerOf(variant);
    const all = Float32Array.from([...weights, 127 * scale]);
    const q = quantizer.quantize(all, { groupSize: 'tensor', ...(rounding && { rounding }) });
    expect(q.scales).toEqual(Float32Array.of(scale));
    return [...q.codes.subarray(0, -1)];
  }

  test.each([1, 2 ** -20, 2 ** -140, 5])('ties at a scale of %f', async (scale) => {
    const ties = codesUpTo126.map((k) => (k + 0.5) * scale);
    expect(await codesAt(scale, ties)).toEqual(codesUpTo126.map((k) => k + 1));
    expect(await codesAt(scale, ties, 'half-even')).toEqual(codesUpTo126.map((k) => k + (k % 2)));
    expect(await codesAt(scale, ties, 'truncate')).toEqual(codesUpTo126);
    const negative = ties.map((tie) => -tie);
    expect(await codesAt(scale, negative)).toEqual(codesUpTo126.map((k) => -k - 1));
  });

  test('0.49999997 rounds to 0, and so does every float just below a tie', async () => {
    expect(await codesAt(1, Array(40).fill(0.49999997))).toEqual(Array(40).fill(0));
    const below = codesUpTo126.map((k) => stepped(k + 0.5, -1));
    expect(await codesAt(1, below)).toEqual(codesUpTo126);
    expect(await codesAt(1, below, 'half-even')).toEqual(codesUpTo126);
  });

  test('w / scale, not w times 1 / scale', async () => {
    const random = new Random(1);
    let toldApart = 0;
    for (let trial = 0; trial < 60; trial++) {
      const scale = Math.fround((1 + random.next() / 2 ** 32) / 64);
      const absmax = Math.fround(127 * scale);
      if (Math.fround(absmax / 127) !== scale) continue;
      const reciprocal = Math.fround(1 / scale);
      const near = codesUpTo126.flatMap((k) =>
        [-2, -1, 0, 1, 2].map((steps) => stepped((k + 0.5) * scale, steps)),
      );
      const roundedBy = (quotient: number) => Math.floor(Math.fround(quotient) + 0.5);
      const expected = near.map((w) => roundedBy(w / scale));
      toldApart += near.filter((w, i) => roundedBy(w * reciprocal) !== expected[i]).length;
      expect(await codesAt(scale, near)).toEqual(expected);
    }
    expect(toldApart).toBeGreaterThan(100);
  });

  test('subnormal weights, and a scale whose reciprocal is infinite', async () => {
    const quantizer = await quantizerOf(variant);
    const one = quantizer.quantize(Float32Array.of(smallest, -smallest));
    expect([...one.codes, ...one.scales]).toEqual([1, -1, smallest]);
    const hundred = quantizer.quantize(Float32Array.of(100 * smallest, -37 * smallest));
    expect([...hundred.codes, ...hundred.scales]).toEqual([100, -37, smallest]);
    expect(await codesAt(2 ** -129, [-64 * 2 ** -129, 2.5 * 2 ** -129])).toEqual([-64, 3]);
  });

  test('FLT_MAX beside FLT_MIN', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = Float32Array.of(floatMax, -floatMax, 2 ** -126, -(2 ** -126));
    const q = quantizer.quantize(weights);
    expect([...q.codes]).toEqual([127, -127, 0, 0]);
    expect(quantizer.measure(weights, q)).toMatchObject({ zeroed: 2, clipped: 0 });
  });

  test('quotients beyond every integer are clamped, and counted', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = Float32Array.of(floatMax, -floatMax, 3e9, -3e9, 128, -128, 127.4, -127.4);
    const q = quantizer.quantize(weights, { customScale: 1 });
    expect([...q.codes]).toEqual([127, -127, 127, -127, 127, -127, 127, -127]);
    expect(quantizer.measure(weights, q).clipped).toBe(6);
    const tiny = quantizer.quantize(weights, { customScale: smallest });
    expect([...tiny.codes]).toEqual([127, -127, 127, -127, 127, -127, 127, -127]);
  });

  test('zeros and -0: scale 1, codes 0, no error', async () => {
    const quantizer = await quantizerOf(variant);
    for (const scale of ['float32', 'float16', { digits: 3 }] as const) {
      for (const zero of [0, -0]) {
        const weights = new Float32Array(70).fill(zero);
        const q = quantizer.quantize(weights, { scale });
        expect(q.codes).toEqual(new Int8Array(70));
        expect(q.scales).toEqual(Float32Array.of(1, 1, 1));
        expect(bitsOf(q.groupMaxError)).toEqual(new Uint32Array(3));
        expect(quantizer.measure(weights, q)).toEqual({
          ...{ maxAbs: 0, meanAbs: 0, rmse: 0, bias: 0, sqnrDb: Infinity },
          ...{ cosine: 1, zeroed: 0, clipped: 0 },
        });
      }
    }
  });

  test('float16 scales that underflow and overflow', async () => {
    const quantizer = await quantizerOf(variant);
    const under = quantizer.quantize(Float32Array.of(127 * 2 ** -26), { scale: 'float16' });
    expect([...under.codes, ...under.scales]).toEqual([32, 2 ** -24]);
    const most = quantizer.quantize(Float32Array.of(127 * 65519), { scale: 'float16' });
    expect([...most.scales]).toEqual([65504]);
    const over = () => quantizer.quantize(Float32Array.of(127 * 65520), { scale: 'float16' });
    expect(over).toThrow(expect.objectContaining({ code: 'scale-overflow', index: 0 }));
  });

  // A vector maximum may lose a NaN by the order of its operands; see also tests/native.
  test('a NaN or an infinity anywhere, among large and among small weights', async () => {
    const quantizer = await quantizerOf(variant);
    for (const value of [Number.NaN, Infinity, -Infinity]) {
      for (const other of [floatMax, 0]) {
        for (let index = 0; index < 75; index++) {
          const weights = new Float32Array(75).fill(other);
          weights[index] = value;
          for (const groupSize of [3, 16, 'tensor'] as const) {
            const call = () => quantizer.quantize(weights, { groupSize });
            expect(call).toThrow(expect.objectContaining({ code: 'non-finite-weight', index }));
          }
        }
      }
    }
  });

  test('the lowest index of many, over every thread and every piece', async () => {
    const quantizer = await quantizerOf(variant);
    const clean = new Random(2).tameWeights(5_000_000);
    for (const first of [0, 262_143, 262_144, 1_000_003, 2_097_152, 4_999_998]) {
      const weights = clean.slice();
      for (let i = first; i < weights.length; i += 70_001) weights[i] = Number.NaN;
      weights[weights.length - 1] = Infinity;
      const call = () => quantizer.quantize(weights, { groupSize: 64, rowLength: 1000 });
      expect(call).toThrow(expect.objectContaining({ code: 'non-finite-weight', index: first }));
    }
  });

  test('a weight that is not finite goes before a scale overflow of an earlier piece', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = new Float32Array(5_000_000).fill(1);
    weights[64] = 3e38;
    const options = { scale: 'float16' } as const;
    const overflow = expect.objectContaining({ code: 'scale-overflow', index: 2 });
    expect(() => quantizer.quantize(weights, options)).toThrow(overflow);
    weights[4_999_999] = Number.NaN;
    const nonFinite = expect.objectContaining({ code: 'non-finite-weight', index: 4_999_999 });
    expect(() => quantizer.quantize(weights, options)).toThrow(nonFinite);
  });
});
