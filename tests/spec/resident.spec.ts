import { createQuantizer, type QuantizedTensor, type QuantizeOptions } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { sameBytes } from './support/bits.ts';
import { Random } from './support/random.ts';
import { anyQuantizer, quantizerOf, variantsHere } from './support/variants.ts';

const manyOptions: QuantizeOptions[] = [
  {},
  { groupSize: 7, bits: 3 },
  { groupSize: 'row', rowLength: 1000, scale: 'float16' },
  { groupSize: 'tensor', rounding: 'truncate' },
  { groupSize: 64, scale: { digits: 2 }, customScale: 0.125 },
];

/** All of a result but its arrays. */
function saidOf({ codes: _, scales: __, groupMaxError: ___, ...said }: QuantizedTensor) {
  return said;
}

describe.each(variantsHere)('a resident tensor on $name', (variant) => {
  test('gives what quantize and measure give', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = new Random(5).tameWeights(600_000);
    const resident = quantizer.load(weights);
    expect(resident.length).toBe(600_000);
    for (const options of [...manyOptions, ...manyOptions.reverse()]) {
      const expected = quantizer.quantize(weights, options);
      const actual = resident.quantize(options);
      expect(sameBytes(actual.codes, expected.codes)).toBe(true);
      expect(sameBytes(actual.scales, expected.scales)).toBe(true);
      expect(sameBytes(actual.groupMaxError, expected.groupMaxError)).toBe(true);
      expect(saidOf(actual)).toEqual(saidOf(expected));
      expect(resident.measure(options)).toEqual(quantizer.measure(weights, expected));
    }
    resident.dispose();
  });

  test('keeps its own copy of the weights', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = Float32Array.of(1, 2);
    const resident = quantizer.load(weights);
    weights.fill(100);
    quantizer.quantize(new Float32Array(1_000_000));
    expect([...resident.quantize().codes]).toEqual([64, 127]);
    resident.dispose();
  });
});

test('several are independent', async () => {
  const quantizer = await anyQuantizer();
  const tensors = [1, 2, 3].map((value) => quantizer.load(Float32Array.of(127 * value, -value)));
  tensors[1]?.dispose();
  expect(tensors[0]?.quantize().scales).toEqual(Float32Array.of(1));
  expect(tensors[2]?.quantize().scales).toEqual(Float32Array.of(3));
  tensors[0]?.dispose();
  tensors[2]?.dispose();
});

test('an empty one', async () => {
  const resident = (await anyQuantizer()).load(new Float32Array(0));
  expect(resident.quantize().codes).toEqual(new Int8Array(0));
  expect(resident.measure()).toMatchObject({ maxAbs: 0, sqnrDb: Infinity, cosine: 1 });
  resident.dispose();
});

test('after dispose every method says so, and disposing again does nothing', async () => {
  const quantizer = await anyQuantizer();
  const resident = quantizer.load(Float32Array.of(1));
  resident.dispose();
  resident.dispose();
  const disposed = expect.objectContaining({
    code: 'disposed',
    message: 'the resident tensor has been disposed of; create another one',
  });
  expect(() => resident.quantize()).toThrow(disposed);
  expect(() => resident.measure()).toThrow(disposed);
  expect([...quantizer.quantize(Float32Array.of(1)).codes]).toEqual([127]);
});

test.each(variantsHere)('after the quantizer is disposed of, on $name', async ({ options }) => {
  const quantizer = await createQuantizer(options);
  const resident = quantizer.load(Float32Array.of(1));
  const q = quantizer.quantize(Float32Array.of(1));
  quantizer.dispose();
  quantizer.dispose();
  const disposed = expect.objectContaining({ code: 'disposed' });
  expect(() => quantizer.quantize(Float32Array.of(1))).toThrow(disposed);
  expect(() => quantizer.dequantize(q)).toThrow(disposed);
  expect(() => quantizer.measure(Float32Array.of(1), q)).toThrow(disposed);
  expect(() => quantizer.storage({ length: 1 })).toThrow(disposed);
  expect(() => quantizer.trace(Float32Array.of(1))).toThrow(disposed);
  expect(() => quantizer.load(Float32Array.of(1))).toThrow(disposed);
  expect(() => resident.quantize()).toThrow(disposed);
  expect(() => resident.measure()).toThrow(disposed);
  expect([...q.codes]).toEqual([127]);
});
