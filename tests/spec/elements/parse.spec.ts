import { describe, expect, it } from 'vitest';
import { parseWeights } from '../../../web/elements/text/parse.ts';

describe('parseWeights', () => {
  it('reads what people type and paste', () => {
    const text = '[0.1, -0.8;\n5e-2\t.5 +1. \u22120.02 1E3]';
    const { values, problems } = parseWeights(text);
    expect(problems).toEqual([]);
    expect(values).toEqual(Float32Array.of(0.1, -0.8, 0.05, 0.5, 1, -0.02, 1000));
  });

  it('keeps a negative zero', () => {
    expect(Object.is(parseWeights('-0').values[0], -0)).toBe(true);
    expect(Object.is(parseWeights('\u22120').values[0], -0)).toBe(true);
  });

  it('says where what is not a number stands', () => {
    const { values, problems } = parseWeights('0.1, abc 0.3 1e99 NaN 0x10');
    expect(values).toEqual(Float32Array.of(0.1, 0.3));
    expect(problems.map(({ text, index, start, end }) => [text, index, start, end])).toEqual([
      ['abc', 1, 5, 8],
      ['1e99', 3, 13, 17],
      ['NaN', 4, 18, 21],
      ['0x10', 5, 22, 26],
    ]);
    expect(problems[1]?.reason).toContain('too large for float32');
    expect(problems[2]?.reason).toContain('not a finite number');
  });

  it('reads nothing from nothing', () => {
    expect(parseWeights(' ,\n; ').values).toHaveLength(0);
  });
});
