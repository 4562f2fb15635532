import fc from 'fast-check';
import { createQuantizer, type Quantizer } from 'groupwise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parametersText, readParameters } from '../../../web/elements/calculator/count.ts';
import { gigabytes } from '../../../web/elements/calculator/memory.ts';
import {
  type CalculatorTexts,
  calculate,
  calculatorSchema,
} from '../../../web/elements/calculator/state.ts';

let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer();
});
afterAll(() => quantizer.dispose());

function calculated(texts: Partial<CalculatorTexts>) {
  const { state, problems } = calculatorSchema.decode(texts, calculatorSchema.defaults);
  expect(problems).toEqual([]);
  return calculate(quantizer, state);
}

describe('the calculator', () => {
  it('says what example 7 says', () => {
    const { storage, float16Bytes, scaleSize } = calculated({});
    expect(storage).toMatchObject({
      originalBytes: 280e9,
      codeBytes: 70e9,
      scaleBytes: 1_093_750_000,
      totalBytes: 71_093_750_000,
      numGroups: 273_437_500,
      bitsPerWeight: 8.125,
    });
    expect(float16Bytes).toBe(140e9);
    expect(scaleSize).toBe(4);
    expect([280e9, 70e9, storage.scaleBytes, storage.totalBytes].map(gigabytes)).toEqual([
      '280 GB',
      '70 GB',
      '1.09 GB',
      '71.09 GB',
    ]);
  });

  it('says what example 6 says', () => {
    expect(calculated({ parameters: '4096 x 4096' }).storage).toMatchObject({
      originalBytes: 67_108_864,
      codeBytes: 16_777_216,
      scaleBytes: 262_144,
      numGroups: 65_536,
    });
  });

  it('counts the figures that the page’s prose names', () => {
    const bitsPerWeight = (size: string) =>
      calculated({ 'group-size': size }).storage.bitsPerWeight;
    expect(bitsPerWeight('32')).toBe(9);
    expect(bitsPerWeight('256')).toBe(8.125);
    expect(gigabytes(calculated({ 'group-size': '32' }).storage.scaleBytes)).toBe('8.75 GB');
  });

  it('cuts groups at the end of a row', () => {
    expect(calculated({ parameters: '3 x 100', 'group-size': '64' }).storage.numGroups).toBe(6);
    expect(calculated({ parameters: '300', 'group-size': '64' }).storage.numGroups).toBe(5);
    expect(calculated({ parameters: '3 x 100', 'group-size': 'row' }).storage.numGroups).toBe(3);
  });
});

describe('a number of parameters', () => {
  it.each([
    ['7e9', 7e9],
    ['7B', 7e9],
    ['7 b', 7e9],
    ['8.03B', 8_030_000_000],
    ['70 billion', 70e9],
    ['1.76 trillion', 1.76e12],
    ['125M', 125e6],
    ['70,000,000,000', 70e9],
    ['70 000 000 000', 70e9],
    ['70\u202f000\u00a0000', 70e6],
    ['70_000', 70_000],
    ['.5k', 500],
    ['1', 1],
    ['[4096 x 4096]', 4096 * 4096],
    ['4,096 × 14,336', 4096 * 14336],
  ])('%s', (text, length) => {
    const reading = readParameters(text);
    expect('value' in reading && reading.value.length).toBe(length);
  });

  it.each([
    ['', 'a number is missing here'],
    ['seven', '“seven” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['7Q', '“7Q” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['7,5B', '“7,5B” is not a number: a comma stands between thousands, a point before decimals'],
    ['7 0', '“7 0” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['-7B', '“-7B” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['1.5', '“1.5” is not a whole number'],
    ['0', '“0” is less than one parameter'],
    ['1e16', '“1e16” is too large: at most 9,007,199,254,740,991'],
    ['1e8 x 1e8', '“1e8 x 1e8” is too large: at most 9,007,199,254,740,991'],
    ['2 x 3 x 4', '“2 x 3 x 4” has more than two sides: give rows × columns'],
    ['4096 x', '“4096 x” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['Infinity', '“Infinity” is not a number of parameters, such as 7e9, 7B or 70 billion'],
    ['<img src=x>', '“<img src=x>” is not a number of parameters, such as 7e9, 7B or 70 billion'],
  ])('not: %s', (text, problem) => {
    expect(readParameters(text)).toEqual({ problem });
  });

  it('survives anything, and what it reads comes back the same', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,e kMBx]{1,12}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readParameters(text);
        if ('problem' in reading) return;
        expect(readParameters(parametersText(reading.value))).toEqual(reading);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('attributes', () => {
  it('come back the same', () => {
    const { state } = calculatorSchema.decode(
      {
        parameters: '3 x 100',
        bits: '3',
        'group-size': 'row',
        'scale-format': 'float16',
        memory: '0.5, 141',
      },
      calculatorSchema.defaults,
    );
    expect(
      calculatorSchema.decode(calculatorSchema.encode(state), calculatorSchema.defaults),
    ).toEqual({
      state,
      problems: [],
    });
  });

  it('that mean nothing are reported, and their defaults stand in', () => {
    const { state, problems } = calculatorSchema.decode(
      {
        parameters: 'many',
        bits: '1',
        'group-size': 'row',
        'scale-format': 'digits:3',
        memory: '8, lots',
      },
      calculatorSchema.defaults,
    );
    expect(state).toEqual(calculatorSchema.defaults);
    expect(problems.map(({ attribute }) => attribute)).toEqual([
      'parameters',
      'bits',
      'group-size',
      'scale-format',
      'memory',
    ]);
  });
});
