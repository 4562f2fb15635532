// JavaScript lets anything through: each odd value is a GroupwiseError that shows it, never a TypeError.
import { createQuantizer, GroupwiseError } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { anyQuantizer } from './support/variants.ts';

const weights = Float32Array.of(1, -2, 3, -4);
// What a caller might send; typed as if it were right.
type Odd = never;
const odd: unknown[] = [
  ...['8', '', 'rows', Number.NaN, 1.5, -1, -0, 0, Infinity, -Infinity, 1e300, 2 ** 53, null],
  ...[
    true,
    8n,
    Symbol('8'),
    [],
    [8],
    ['row'],
    ['half-even'],
    {},
    { digits: 3n },
    { digits: '3' },
    { digits: 2.5 },
  ],
  ...[() => 8, new Date(0), Object.create(null), new Proxy({}, {}), Int32Array.of(8)],
];

function expectGroupwiseError(call: () => unknown, code: string) {
  let caught: unknown;
  try {
    call();
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(GroupwiseError);
  expect((caught as GroupwiseError).code).toBe(code);
  expect((caught as GroupwiseError).message).toMatch(/ (is|are) .*; allowed (is|are) /);
}

const allowed: Record<string, (value: unknown) => boolean> = {
  bits: () => false,
  groupSize: (value) => value === 2 ** 53 - 1,
  rowLength: () => false,
  scale: () => false,
  rounding: () => false,
  customScale: (value) => value === 1.5 || value === 2 ** 53,
};
const codes = {
  bits: 'invalid-bits',
  groupSize: 'invalid-group-size',
  rowLength: 'invalid-row-length',
  scale: 'invalid-scale-format',
  rounding: 'invalid-rounding',
  customScale: 'invalid-custom-scale',
};

describe.each(Object.entries(codes))('%s', (name, code) => {
  test.each(odd.map((value) => [describeValue(value), value]))('%s', async (_, value) => {
    const quantizer = await anyQuantizer();
    const options = { [name]: value } as Odd;
    if (allowed[name]?.(value)) {
      expect(() => quantizer.quantize(weights, options)).not.toThrow();
      return;
    }
    expectGroupwiseError(() => quantizer.quantize(weights, options), code);
    expectGroupwiseError(() => quantizer.trace(weights, options), code);
    expect([...quantizer.quantize(weights).codes]).toEqual([32, -64, 95, -127]);
  });

  test('undefined is the default', async () => {
    const quantizer = await anyQuantizer();
    const options = { [name]: undefined } as Odd;
    expect(quantizer.quantize(weights, options)).toEqual(quantizer.quantize(weights));
  });
});

function describeValue(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? `${Object.prototype.toString.call(value)} ${Object.keys(value)}`
    : `${typeof value} ${String(value)}${Object.is(value, -0) ? ' (negative)' : ''}`;
}

const notWeights: unknown[] = [
  ...[undefined, null, 1, 'abc', [1, 2], {}, new ArrayBuffer(8), new Float64Array(2)],
  ...[new Int8Array(2), new DataView(new ArrayBuffer(8)), { length: 2 }, () => weights],
];

test.each(notWeights)('weights that are %o', async (value) => {
  const quantizer = await anyQuantizer();
  const q = quantizer.quantize(weights);
  for (const call of [
    () => quantizer.quantize(value as Odd),
    () => quantizer.trace(value as Odd),
    () => quantizer.load(value as Odd),
    () => quantizer.measure(value as Odd, q),
  ]) {
    expectGroupwiseError(call, 'invalid-weights');
  }
});

test.each([-1, 1.5, Number.NaN, Infinity, '4', null, undefined, 4n, 2 ** 53])(
  'storage of length %o',
  async (length) => {
    const quantizer = await anyQuantizer();
    expectGroupwiseError(() => quantizer.storage({ length: length as Odd }), 'invalid-weights');
  },
);

describe('arguments that are no object at all', () => {
  const none: unknown[] = [null, 8, 'x', true];

  test.each(none)('options: %o', async (options) => {
    const quantizer = await anyQuantizer();
    for (const call of [
      () => quantizer.quantize(weights, options as Odd),
      () => quantizer.trace(weights, options as Odd),
      () => quantizer.stream(options as Odd),
      () => quantizer.load(weights).quantize(options as Odd),
    ]) {
      expectGroupwiseError(call, 'invalid-options');
    }
  });

  test.each([...none, undefined])('quantized: %o', async (quantized) => {
    const quantizer = await anyQuantizer();
    expectGroupwiseError(() => quantizer.dequantize(quantized as Odd), 'invalid-options');
    expectGroupwiseError(() => quantizer.measure(weights, quantized as Odd), 'invalid-options');
  });

  test('a quantized tensor without codes', async () => {
    const quantizer = await anyQuantizer();
    expectGroupwiseError(() => quantizer.dequantize({} as Odd), 'length-mismatch');
  });

  test.each([...none, undefined])('storage options: %o', async (options) => {
    const quantizer = await anyQuantizer();
    expectGroupwiseError(() => quantizer.storage(options as Odd), 'invalid-options');
  });

  test.each(none)('create options: %o', async (options) => {
    await expect(createQuantizer(options as Odd)).rejects.toMatchObject({
      name: 'GroupwiseError',
      code: 'invalid-options',
    });
  });
});
