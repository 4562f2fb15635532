// The table of options, and how calls read theirs: once, and none that they do not know.
import fc from 'fast-check';
import { createQuantizer, type QuantizeOptions } from 'groupwise';
import { type Option, schema } from 'groupwise/options';
import { createQuantizerWorker } from 'groupwise/worker';
import { describe, expect, test } from 'vitest';
import { anyQuantizer } from './support/variants.ts';

const weights = Float32Array.of(1, -2, 3, -4);
const rows = Object.entries(schema) as [string, Option<unknown>][];

const positive = fc.float({ min: 2 ** -149, noNaN: true, noDefaultInfinity: true });
const count = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const samples: Record<string, fc.Arbitrary<unknown>> = {
  groupSize: fc.oneof(count, fc.constantFrom('row', 'tensor')),
  bits: fc.integer({ min: 2, max: 8 }),
  rowLength: count,
  scale: fc.oneof(
    fc.constantFrom('float32', 'float16', 'bfloat16'),
    fc.record({ digits: fc.integer({ min: 1, max: 9 }) }),
  ),
  rounding: fc.constantFrom('half-away', 'half-even', 'truncate'),
  customScale: positive,
  format: fc.constantFrom('integer', 'q4_0'),
  variant: fc.constantFrom('auto', 'scalar', 'simd', 'threads'),
  threads: fc.integer({ min: 1, max: 64 }),
};

describe.each(rows)('%s', (name, option) => {
  test('has its own name, an attribute in kebab case, and a help sentence', () => {
    expect(option.name).toBe(name);
    expect(option.attribute).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(option.help).toMatch(/^[A-Z].*\.$/);
  });

  test('every value comes back from its text', () => {
    const values = samples[name] as fc.Arbitrary<unknown>;
    fc.assert(
      fc.property(values, (value) => {
        expect(option.read(` ${option.write(value)} `)).toEqual({ value });
      }),
    );
    for (const value of option.values) {
      expect(option.read(option.write(value))).toEqual({ value });
    }
    if (option.default !== undefined) {
      expect(option.read(option.write(option.default))).toEqual({ value: option.default });
    }
  });

  test.each(['', 'Row', '1.5.0', '-1', '0', 'digits:10'])('the text %o is none', (text) => {
    expect(option.read(text)).toEqual({ problem: expect.any(String) });
  });
});

test('attributes are one a row', () => {
  expect(new Set(rows.map(([, { attribute }]) => attribute)).size).toBe(rows.length);
});

test.each([
  ['group_size', 'groupSize'],
  ['group-size', 'groupSize'],
  ['groupsize', 'groupSize'],
  ['bit', 'bits'],
  ['rowlenght', 'rowLength'],
  ['scaleFormat', 'scale'],
  ['Rounding', 'rounding'],
  ['threads', undefined],
])('the unknown option %s is refused, the nearest is %s', async (name, meant) => {
  const quantizer = await anyQuantizer();
  const options = { [name]: 4 } as QuantizeOptions;
  const expected = expect.objectContaining({
    name: 'GroupwiseError',
    code: 'invalid-options',
    message:
      `"${name}" is not an option of this call${meant ? ` (did you mean ${meant}?)` : ''}; ` +
      'allowed are format, groupSize, bits, rowLength, scale, rounding and customScale',
  });
  expect(() => quantizer.quantize(weights, options)).toThrow(expected);
  expect(() => quantizer.trace(weights, options)).toThrow(expected);
  expect(() => quantizer.stream(options)).toThrow(expected);
  expect(() => quantizer.storage({ ...options, length: 4 })).toThrow(expected);
  const resident = quantizer.load(weights);
  expect(() => resident.quantize(options)).toThrow(expected);
  expect(() => resident.measure(options)).toThrow(expected);
  resident.dispose();
});

test.each([createQuantizer, createQuantizerWorker])(
  '%o refuses unknown options',
  async (create) => {
    await expect(create({ thread: 2 } as object)).rejects.toMatchObject({
      code: 'invalid-options',
      message:
        '"thread" is not an option of this call (did you mean threads?); allowed are variant and threads',
    });
  },
);

describe('options are read once, before anything else', () => {
  /** Options whose `bits` are other ones each time that they are asked for. */
  function changing() {
    let reads = 0;
    const options = {
      get bits() {
        reads += 1;
        return reads === 1 ? 4 : 99;
      },
    };
    return { options, reads: () => reads };
  }

  test('a getter that changes its mind', async () => {
    const quantizer = await anyQuantizer();
    const resident = quantizer.load(weights);
    const calls: ((options: QuantizeOptions) => unknown)[] = [
      (options) => quantizer.quantize(weights, options).bits,
      (options) => quantizer.trace(weights, options).groups[0]?.qmax,
      (options) => resident.quantize(options).bits,
      (options) => resident.measure(options).zeroed,
      (options) => quantizer.stream(options).dispose(),
    ];
    for (const call of calls) {
      const { options, reads } = changing();
      expect(() => call(options)).not.toThrow();
      expect(reads()).toBe(1);
    }
    resident.dispose();
  });

  test('a getter in the scale, which the result does not share with the options', async () => {
    const quantizer = await anyQuantizer();
    let reads = 0;
    const scale = {
      get digits() {
        reads += 1;
        return reads === 1 ? 3 : 99;
      },
    };
    expect(quantizer.quantize(weights, { scale }).scale).toEqual({ digits: 3 });
    expect(reads).toBe(1);
  });

  test('a getter that disposes of the quantizer', async () => {
    const disposing = (dispose: () => void) => ({
      get bits() {
        dispose();
        return 8;
      },
    });
    const disposed = expect.objectContaining({ name: 'GroupwiseError', code: 'disposed' });
    for (const method of ['quantize', 'trace'] as const) {
      const quantizer = await createQuantizer();
      const options = disposing(() => quantizer.dispose());
      expect(() => quantizer[method](weights, options)).toThrow(disposed);
    }
    const quantizer = await createQuantizer();
    const resident = quantizer.load(weights);
    expect(() => resident.measure(disposing(() => resident.dispose()))).toThrow(disposed);
    expect(() => quantizer.storage({ length: 4, ...disposing(() => {}) })).not.toThrow();
    expect(() => quantizer.stream(disposing(() => quantizer.dispose()))).toThrow(disposed);
  });

  test('a getter that takes the weights away', async () => {
    const quantizer = await anyQuantizer();
    const given = weights.slice();
    const options = {
      get bits() {
        structuredClone(given, { transfer: [given.buffer] });
        return 8;
      },
    };
    expect(quantizer.quantize(given, options).length).toBe(0);
  });
});
