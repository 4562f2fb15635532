// Results are the caller's own: no wasm memory leaks out.
import type { Quantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { sameBytes } from './support/bits.ts';
import { Random } from './support/random.ts';
import { quantizerOf, variantsHere } from './support/variants.ts';

const weights = new Random(6).tameWeights(1000);

/** Every array that a quantizer hands out. */
function arraysOf(quantizer: Quantizer): (Float32Array | Int8Array)[] {
  const q = quantizer.quantize(weights);
  const resident = quantizer.load(weights);
  const r = resident.quantize({ groupSize: 'tensor' });
  resident.dispose();
  const traced = quantizer.trace(weights, { groupSize: 100 });
  const inTrace = traced.groups.flatMap((group) =>
    Object.values(group).filter((value) => ArrayBuffer.isView(value)),
  );
  return [
    ...[q.codes, q.scales, q.groupMaxError, r.codes, r.scales, r.groupMaxError],
    ...[quantizer.dequantize(q), ...(inTrace as Float32Array[])],
  ];
}

describe.each(variantsHere)('on $name', (variant) => {
  test('arrays own their memory, and all of it', async () => {
    const arrays = arraysOf(await quantizerOf(variant));
    expect(arrays).toHaveLength(7 + 10 * 6);
    for (const array of arrays) {
      expect(array.buffer).toBeInstanceOf(ArrayBuffer);
      expect(array.byteLength).toBe(array.buffer.byteLength);
    }
    expect(new Set(arrays.map(({ buffer }) => buffer)).size).toBe(arrays.length);
  });

  test('later calls, and the memory they make grow, change nothing', async () => {
    const quantizer = await quantizerOf(variant);
    const arrays = arraysOf(quantizer);
    const copies = arrays.map((array) => array.slice());
    const large = quantizer.load(new Random(7).weights(20_000_000));
    large.quantize();
    quantizer.dequantize(quantizer.quantize(new Random(8).tameWeights(3_000_000)));
    quantizer.trace(new Random(9).tameWeights(100_000));
    large.dispose();
    const changed = arrays.filter((array, i) => !sameBytes(array, copies[i] as Float32Array));
    expect(changed).toEqual([]);
  });

  test('they can be changed without changing anything else', async () => {
    const quantizer = await quantizerOf(variant);
    const first = quantizer.quantize(weights);
    const copy = first.codes.slice();
    first.codes.fill(99);
    first.scales.fill(99);
    expect(quantizer.quantize(weights).codes).toEqual(copy);
  });

  test('the weights are only read, also where they are part of a larger buffer', async () => {
    const quantizer = await quantizerOf(variant);
    const whole = new Random(10).tameWeights(300);
    const before = whole.slice();
    const part = quantizer.quantize(whole.subarray(7, 107));
    expect(whole).toEqual(before);
    expect(part).toEqual(quantizer.quantize(whole.slice(7, 107)));
  });

  test('what quantize resolved is said', async () => {
    const quantizer = await quantizerOf(variant);
    const options = { groupSize: 'row', rowLength: 10, bits: 4 } as const;
    const { codes, scales, groupMaxError, ...said } = quantizer.quantize(weights, options);
    expect(said).toEqual({
      ...{ format: 'integer', bits: 4, groupSize: 10, rowLength: 10, length: 1000 },
      ...{ rounding: 'half-away', scale: 'float32' },
    });
    expect([codes.length, scales.length, groupMaxError.length]).toEqual([1000, 100, 100]);
  });
});
