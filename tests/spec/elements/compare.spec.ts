import fc from 'fast-check';
import { createQuantizer, type Quantizer } from 'groupwise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../../web/elements/compare/difference.ts';
import { times } from '../../../web/elements/compare/names.ts';
import {
  type CompareTexts,
  type Comparison,
  compareSchema,
} from '../../../web/elements/compare/state.ts';
import { type Compared, compareSides } from '../../../web/elements/compare/verdict.ts';

let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer();
});
afterAll(() => quantizer.dispose());

function decoded(texts: Partial<CompareTexts>): Comparison {
  const { state, problems } = compareSchema.decode(texts, compareSchema.defaults);
  expect(problems).toEqual([]);
  return state;
}

function compared(texts: Partial<CompareTexts> = {}): Compared {
  return compareSides(quantizer, decoded(texts));
}

describe('the verdict', () => {
  it('of examples 3 and 4', () => {
    const { a, b, verdict, basis } = compared();
    expect(Array.from(a.weights, ({ code }) => code)).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    expect(Array.from(b.weights, ({ code }) => code)).toEqual([
      127, -99, 110, -94, 64, -127, 95, -51,
    ]);
    expect(verdict).toBe(
      'With one scale for all, 4 of 8 weights are lost; with groups of 4, none is lost, ' +
        'and the largest error in group 2 is 3,600 times smaller than the largest anywhere with one scale for all ' +
        '(254 times on the same 4 weights).',
    );
    expect(basis).toBe(
      'The largest error in group 2 is 7.87398312e-06. With one scale for all the largest is 0.0283470154, on weight 4, ' +
        'which is not in group 2. On the same 4 weights, one scale for all is off by up to 0.002.',
    );
  });

  it('names the finer side wherever it stands', () => {
    expect(compared({ 'a-group-size': '4', 'b-group-size': 'tensor' }).verdict).toBe(
      'With groups of 4, none is lost, and the largest error in group 2 is 3,600 times smaller than the largest anywhere ' +
        'with one scale for all (254 times on the same 4 weights); with one scale for all, 4 of 8 weights are lost.',
    );
  });

  it.each([
    [
      { 'b-group-size': 'tensor' },
      'With either, 4 of 8 weights are lost, and the largest error is the same.',
    ],
    [
      { weights: '1, 2, 4', 'b-group-size': '1' },
      'With either, none is lost; with groups of 1, every weight comes back exactly.',
    ],
    [
      {
        weights: '1, -0.3',
        'a-bits': '3',
        'b-rounding': 'truncate',
        'b-scale-format': 'digits:2',
        'b-custom-scale': '0.001',
      },
      'With A, none is lost; with B, none is lost but 2 of 2 weights are clipped, and the largest error is 26.2 times larger.',
    ],
    [{ weights: '' }, 'There are no weights to compare.'],
    [
      { weights: '0.1, -0.8', 'b-group-size': 'tensor', 'b-bits': '2' },
      'With one scale for all, 8 bits, none is lost; with one scale for all, 2 bits, 1 of 2 weights is lost, ' +
        'and the largest error is 127 times larger.',
    ],
    [
      { weights: '1, -1', 'a-custom-scale': '0.001', 'b-group-size': 'tensor' },
      'With one scale for all, scale 0.001 by hand, none is lost but 2 of 2 weights are clipped; ' +
        'with one scale for all, none is lost, and every weight comes back exactly.',
    ],
    [
      {
        weights: '3.4028234663852886e+38 1',
        'a-group-size': '1',
        'a-bits': '2',
        'b-group-size': '1',
      },
      'With either, none is lost; with groups of 1, 2 bits, every weight comes back exactly.',
    ],
  ])('%#', (texts, verdict) => {
    expect(compared(texts).verdict).toBe(verdict);
  });

  it('is a sentence without NaN or undefined, whatever the weights and settings', () => {
    const weights = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 });
    const size = fc.constantFrom('1', '2', '3', '5', 'row', 'tensor');
    const bits = fc.constantFrom('2', '4', '8');
    fc.assert(
      fc.property(weights, size, size, bits, bits, (list, a, b, aBits, bBits) => {
        const { verdict, basis } = compared({
          weights: list.join(' '),
          'a-group-size': a,
          'b-group-size': b,
          'a-bits': aBits,
          'b-bits': bBits,
        });
        expect(verdict).toMatch(/^[A-Z].*\.$/);
        expect(verdict + basis).not.toMatch(/NaN|undefined|Infinity|∞|\.\./);
      }),
    );
  });
});

describe('the difference of one weight', () => {
  it('is said in words', () => {
    const { a, b } = compared();
    const words = a.weights.map((weight, index) => {
      const other = b.weights[index];
      if (!other) throw new Error('a weight is missing');
      const { codes, errors } = difference(weight, other);
      return `${codes}, ${errors}`;
    });
    expect(words).toEqual([
      'same code, both exact',
      'same code, same error',
      'same code, same error',
      'same code, same error',
      'code 64, not 0, error 127 times smaller',
      'code -127, not 0, now exact',
      'code 95, not 0, error 381 times smaller',
      'code -51, not 0, error 254 times smaller',
    ]);
  });

  it('rounds a ratio to three digits', () => {
    expect(times(3, 2)).toBe('1.5 times');
    expect(times(3600.04, 1)).toBe('3,600 times');
    expect(times(1, 1e-12)).toBe('1.0e+12 times');
  });
});

describe('attributes', () => {
  it('come back the same, float32 bit-equal', () => {
    const state = decoded({
      weights: '-0, 1e-45, 3.4028235e38, 0.1',
      'row-length': '2',
      'a-group-size': 'row',
      'a-bits': '3',
      'a-custom-scale': '1e-45',
      'b-group-size': '7',
      'b-rounding': 'truncate',
      'b-scale-format': 'digits:4',
    });
    expect(decoded(compareSchema.encode(state))).toEqual(state);
    expect(Object.is(state.weights[0], -0)).toBe(true);
  });

  it('that mean nothing are reported by name, and their defaults stand in', () => {
    const { state, problems } = compareSchema.decode(
      {
        weights: '1, two, <b>3</b>',
        'a-group-size': '0',
        'a-bits': '9',
        'b-rounding': 'up',
        'b-scale-format': 'digits:99',
        'b-custom-scale': '-1',
      },
      compareSchema.defaults,
    );
    expect(state).toEqual(compareSchema.defaults);
    expect(problems.map(({ attribute }) => attribute)).toEqual([
      'weights',
      'a-group-size',
      'a-bits',
      'b-rounding',
      'b-scale-format',
      'b-custom-scale',
    ]);
  });

  it('with too many weights: the first are compared, and that is said', () => {
    const { state, problems } = compareSchema.decode(
      { weights: '1 '.repeat(100_000) },
      compareSchema.defaults,
    );
    expect(state.weights).toHaveLength(256);
    expect(problems[0]?.message).toBe('100,000 were given; the first 256 are compared.');
  });
});
