// The worked examples that the page walks through, with the numbers they must print.
import type { QuantizeOptions, Quantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { quantizerOf, variantsHere } from './support/variants.ts';

/** As a person reads them: nine significant digits tell any float32 apart. */
const printed = (floats: Float32Array, digits = 9) =>
  Array.from(floats, (value) => Number(value.toPrecision(digits)));

const saving = Float32Array.of(0.123456, -0.56789, 0.234567, -0.345678);
const oneScale = Float32Array.of(0.1, -0.8, 0.05, -0.02);
const mixed = Float32Array.of(10.5, -8.2, 9.1, -7.8, 0.001, -0.002, 0.0015, -0.0008);
const pipeline = Float32Array.of(2.0, -1.5, 0.8, -0.3, 0.01, -0.02, 0.005, -0.001);

describe.each(variantsHere)('on $name', (variant) => {
  /** Quantizes, and sees that the walk shows the same codes and scales. */
  async function walked(weights: Float32Array, options: QuantizeOptions) {
    const quantizer: Quantizer = await quantizerOf(variant);
    const q = quantizer.quantize(weights, options);
    const { groups } = quantizer.trace(weights, options);
    expect(groups.flatMap(({ codes }) => [...codes])).toEqual([...q.codes]);
    expect(groups.map(({ scale }) => scale)).toEqual([...q.scales]);
    expect(groups.map(({ maxError }) => maxError)).toEqual([...q.groupMaxError]);
    return { ...q, quantizer, groups, figures: quantizer.measure(weights, q) };
  }

  test('1. rounding to save space: absmax', async () => {
    const { codes, scales, quantizer } = await walked(saving, { groupSize: 4 });
    expect(printed(scales)).toEqual([0.00447157491]);
    expect([...codes]).toEqual([28, -127, 52, -77]);
    const { originalBytes, codeBytes, scaleBytes } = quantizer.storage({ length: 4, groupSize: 4 });
    expect([originalBytes, codeBytes, scaleBytes]).toEqual([16, 4, 4]);
  });

  test('1. the codes a person gets come from a scale picked by hand', async () => {
    const picked = await walked(saving, { groupSize: 4, customScale: 0.00495 });
    expect([...picked.codes]).toEqual([25, -115, 47, -70]);
    const written = await walked(saving, { groupSize: 4, customScale: 0.005 });
    expect([...written.codes]).toEqual([25, -114, 47, -69]);
  });

  test('2. one scale is enough', async () => {
    const { codes, scales, groups } = await walked(oneScale, { groupSize: 4 });
    expect(printed(scales)).toEqual([0.00629921257]);
    expect([...codes]).toEqual([16, -127, 8, -3]);
    const recovered = groups[0]?.recovered ?? new Float32Array();
    expect(Array.from(recovered, (x) => x.toFixed(4))).toEqual([
      '0.1008',
      '-0.8000',
      '0.0504',
      '-0.0189',
    ]);
  });

  test('2. on paper: the same codes', async () => {
    const { codes, scales } = await walked(oneScale, { groupSize: 4, scale: { digits: 2 } });
    expect(printed(scales, 7)).toEqual([0.0063]);
    expect([...codes]).toEqual([16, -127, 8, -3]);
  });

  test('3. mixed magnitudes under one scale: four weights are lost', async () => {
    const { codes, scales, figures } = await walked(mixed, { groupSize: 8 });
    expect(printed(scales)).toEqual([0.0826771632]);
    expect([...codes]).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    expect(figures.zeroed).toBe(4);
  });

  test('4. the same with groups of 4: nothing is lost', async () => {
    const { codes, scales, groupMaxError, figures } = await walked(mixed, { groupSize: 4 });
    expect(printed(scales)).toEqual([0.0826771632, 1.57480317e-5]);
    expect([...codes]).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    expect(printed(groupMaxError.subarray(1))).toEqual([7.87398312e-6]);
    expect(figures.zeroed).toBe(0);
  });

  test('5. the whole pipeline: exact float32', async () => {
    const { codes, scales, groupMaxError, groups } = await walked(pipeline, { groupSize: 4 });
    expect(printed(scales)).toEqual([0.0157480314, 0.000157480317]);
    expect([...codes]).toEqual([127, -95, 51, -19, 63, -127, 32, -6]);
    expect(printed(groupMaxError.subarray(0, 1), 7)).toEqual([0.003937006]);
    expect(printed(groupMaxError.subarray(1))).toEqual([7.87395984e-5]);
    expect(groups[1]?.quotients[0]?.toPrecision(9)).toBe('63.4999962');
  });

  test('5. on paper: rounding the scale by hand moves two codes', async () => {
    const on = { groupSize: 4, scale: { digits: 3 } } as const;
    const { codes, scales, groups } = await walked(pipeline, on);
    expect(printed(scales, 7)).toEqual([0.0157, 0.000157]);
    expect([...codes]).toEqual([127, -96, 51, -19, 64, -127, 32, -6]);
    expect(groups[0]?.errors[0]?.toFixed(4)).toBe('0.0061');
    expect(groups[0]?.maxError).toBe(groups[0]?.errors[1]);
    expect(groups[0]?.maxError.toFixed(4)).toBe('0.0072');
  });

  test('5. its bytes: 32 become 16', async () => {
    const quantizer = await quantizerOf(variant);
    expect(quantizer.storage({ length: 8, groupSize: 4 })).toMatchObject({
      ...{ originalBytes: 32, codeBytes: 8, scaleBytes: 8, totalBytes: 16 },
      ...{ ratio: 2, savedPercent: 50, numGroups: 2 },
    });
  });

  test('6. a transformer layer, and 7. a large model', async () => {
    const quantizer = await quantizerOf(variant);
    const layer = { length: 4096 * 4096, rowLength: 4096, groupSize: 256 };
    expect(quantizer.storage(layer)).toMatchObject({
      ...{ originalBytes: 67_108_864, codeBytes: 16_777_216, scaleBytes: 262_144 },
      ...{ numGroups: 65_536, bitsPerWeight: 8.125 },
    });
    const model = quantizer.storage({ length: 70e9, groupSize: 256 });
    expect(model.originalBytes).toBe(280e9);
    expect(model.codeBytes).toBe(70e9);
    expect((model.scaleBytes / 1e9).toFixed(2)).toBe('1.09');
    expect((model.totalBytes / 1e9).toFixed(2)).toBe('71.09');
    expect(quantizer.storage({ length: 3200, groupSize: 32 }).bitsPerWeight).toBe(9);
  });
});
