// Every error code with its message: what was received, what is allowed. Afterwards all is as before.
import { createQuantizer, GroupwiseError, type QuantizeOptions, type Quantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { quantizerOf, variantsHere } from './support/variants.ts';

const four = Float32Array.of(1, -2, 3, -4);

/** The GroupwiseError that a call throws. */
function errorOf(call: () => unknown): GroupwiseError {
  try {
    call();
  } catch (error) {
    if (error instanceof GroupwiseError) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}

const refusedOptions: [options: object, code: string, message: string][] = [
  [{ bits: 1 }, 'invalid-bits', 'bits is 1; allowed are the whole numbers 2 to 8'],
  [{ bits: 9 }, 'invalid-bits', 'bits is 9; allowed are the whole numbers 2 to 8'],
  [
    { groupSize: 0 },
    'invalid-group-size',
    "groupSize is 0; allowed are whole numbers from 1, 'row' and 'tensor'",
  ],
  [
    { rowLength: 3 },
    'invalid-row-length',
    'rowLength is 3; allowed is a whole number from 1 that divides the 4 weights',
  ],
  [
    { scale: { digits: 10 } },
    'invalid-scale-format',
    "scale is { digits: 10 }; allowed are 'float32', 'float16', 'bfloat16' and { digits: 1 to 9 }",
  ],
  [
    { customScale: 0 },
    'invalid-custom-scale',
    'customScale is 0; allowed is a number that is finite and above 0 as a float32',
  ],
  [
    { rounding: 'up' },
    'invalid-rounding',
    "rounding is \"up\"; allowed are 'half-away', 'half-even' and 'truncate'",
  ],
];

describe.each(variantsHere)('on $name', (variant) => {
  /** Fails as said, in every method that takes options, and leaves the quantizer as it was. */
  async function expectRefused(call: (quantizer: Quantizer) => unknown, expected: object) {
    const quantizer = await quantizerOf(variant);
    const before = quantizer.quantize(four);
    const error = errorOf(() => call(quantizer));
    expect({ code: error.code, message: error.message, index: error.index }).toEqual({
      index: undefined,
      ...expected,
    });
    expect(quantizer.quantize(four)).toEqual(before);
    expect(quantizer.measure(four, before)).toEqual(quantizer.measure(four, before));
  }

  test.each(refusedOptions)('%o', async (options, code, message) => {
    const asked = options as QuantizeOptions;
    await expectRefused((quantizer) => quantizer.quantize(four, asked), { code, message });
    await expectRefused((quantizer) => quantizer.trace(four, asked), { code, message });
    const resident = (await quantizerOf(variant)).load(four);
    await expectRefused(() => resident.quantize(asked), { code, message });
    await expectRefused(() => resident.measure(asked), { code, message });
    resident.dispose();
    if ('customScale' in options) return;
    await expectRefused((q) => q.storage({ ...asked, length: 4 }), { code, message });
  });

  test.each([Number.NaN, Infinity, -Infinity])('a weight that is %d', async (value) => {
    const weights = new Float32Array(100);
    weights[77] = value;
    const expected = {
      code: 'non-finite-weight',
      message: `weight 77 is ${value}; every weight must be finite`,
      index: 77,
    };
    await expectRefused((quantizer) => quantizer.quantize(weights), expected);
    await expectRefused((quantizer) => quantizer.trace(weights), expected);
    await expectRefused((quantizer) => quantizer.load(weights).quantize(), expected);
    const q = (await quantizerOf(variant)).quantize(new Float32Array(100));
    await expectRefused((quantizer) => quantizer.measure(weights, q), expected);
  });

  test('a scale that overflows its format', async () => {
    const weights = new Float32Array(100).fill(1);
    weights[70] = 127 * 65520;
    const options = { scale: 'float16' } as const;
    const expected = {
      code: 'scale-overflow',
      message:
        'the scale of group 2 is too large for the format "float16" (its largest value is 65504)',
      index: 2,
    };
    await expectRefused((quantizer) => quantizer.quantize(weights, options), expected);
    await expectRefused((quantizer) => quantizer.trace(weights, options), expected);
    await expectRefused((quantizer) => quantizer.load(weights).quantize(options), expected);
  });

  test('codes that no quantizer makes', async () => {
    const q = (await quantizerOf(variant)).quantize(four, { bits: 4 });
    const broken = { ...q, codes: Int8Array.of(0, 0, -8, 8) };
    const expected = {
      code: 'invalid-code',
      message: 'code 2 is -8; codes of 4 bits lie in -7 to 7',
      index: 2,
    };
    await expectRefused((quantizer) => quantizer.dequantize(broken), expected);
    await expectRefused((quantizer) => quantizer.measure(four, broken), expected);
  });

  test.each([0, -0, -1, Number.NaN, Infinity])('a scale of %d to multiply with', async (scale) => {
    const q = (await quantizerOf(variant)).quantize(four, { groupSize: 2 });
    const broken = { ...q, scales: Float32Array.of(1, scale) };
    const expected = {
      code: 'invalid-scale',
      message: `the scale of group 1 is ${scale}; a scale must be finite and above 0`,
      index: 1,
    };
    await expectRefused((quantizer) => quantizer.dequantize(broken), expected);
    await expectRefused((quantizer) => quantizer.measure(four, broken), expected);
  });

  test('numbers of weights, codes and scales that do not fit', async () => {
    const q = (await quantizerOf(variant)).quantize(four, { groupSize: 2 });
    await expectRefused((quantizer) => quantizer.measure(four.subarray(1), q), {
      code: 'length-mismatch',
      message: 'there are 3 weights but 4 codes; there must be one code per weight',
    });
    const fewer = { ...q, scales: q.scales.subarray(1) };
    const message = 'there are 1 scales; 4 codes in rows of 4 and groups of 2 need 2';
    await expectRefused((quantizer) => quantizer.dequantize(fewer), {
      code: 'length-mismatch',
      message,
    });
  });

  test('nothing half done: the index is found before anything is returned, in the last piece too', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = new Float32Array(3_000_000).fill(0.5);
    const before = quantizer.quantize(weights);
    weights[2_999_999] = Number.NaN;
    expect(errorOf(() => quantizer.quantize(weights)).index).toBe(2_999_999);
    expect(before.codes.every((code) => code === 127)).toBe(true);
    weights[2_999_999] = 0.5;
    expect(quantizer.quantize(weights).codes.every((code) => code === 127)).toBe(true);
  });
});

describe('creating a quantizer', () => {
  test.each([0, -1, 1.5, 65, Number.NaN, '2', null])('threads: %o', async (threads) => {
    const call = createQuantizer({ threads: threads as number });
    const shown = typeof threads === 'string' ? `"${threads}"` : String(threads);
    await expect(call).rejects.toMatchObject({
      name: 'GroupwiseError',
      code: 'invalid-threads',
      message: `threads is ${shown}; allowed are the whole numbers 1 to 64`,
    });
  });

  test.each(['fast', '', null, 1, {}])('variant: %o', async (variant) => {
    await expect(createQuantizer({ variant: variant as 'simd' })).rejects.toMatchObject({
      name: 'GroupwiseError',
      code: 'unsupported-variant',
      message: expect.stringContaining("allowed are 'auto', 'scalar', 'simd' and 'threads'"),
    });
  });
});
