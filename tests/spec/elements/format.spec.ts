import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDecibels,
  formatFloat,
  formatFloat32,
  formatShort,
} from '../../../web/elements/text/format.ts';

describe('formatFloat', () => {
  it.each([
    [0.006299212574958801, '0.00629921257'],
    [Math.fround(10.5 / 127), '0.0826771632'],
    [1.574803172564134e-5, '1.57480317e-05'],
    [63.49999618530273, '63.4999962'],
    [0.0039370059967041016, '0.003937006'],
    [-127, '-127'],
    [100, '100'],
    [0, '0'],
    [-0, '-0'],
    [999999999.4, '999999999'],
    [1e9, '1e+09'],
    [3.4028234663852886e38, '3.40282347e+38'],
    [1.401298464324817e-45, '1.40129846e-45'],
  ])('prints %s as %s', (value, text) => {
    expect(formatFloat(value)).toBe(text);
  });

  it('rounds across a power of ten', () => {
    expect(formatShort(0.99999)).toBe('1');
    expect(formatShort(9999.9)).toBe('10000');
    expect(formatShort(123456)).toBe('123500');
  });
});

describe('formatFloat32', () => {
  it('is short where that is exact, and never hides a difference', () => {
    expect(formatFloat32(Math.fround(-0.8))).toBe('-0.8');
    expect(formatFloat32(Math.fround(0.0157))).toBe('0.0157');
    expect(formatFloat32(63.49999618530273)).toBe('63.4999962');
    expect(formatFloat32(63.5)).toBe('63.5');
    expect(formatFloat32(7.873959839344025e-5)).toBe('7.87395984e-05');
    expect(formatFloat32(100000)).toBe('100000');
    expect(formatFloat32(-0)).toBe('-0');
  });
});

describe('units', () => {
  it('prints bytes', () => {
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(9999)).toBe('9,999 bytes');
    expect(formatBytes(67_108_864)).toBe('67.1 MB');
    expect(formatBytes(280e9)).toBe('280 GB');
  });

  it('prints decibels', () => {
    expect(formatDecibels(41.234)).toBe('41.2 dB');
    expect(formatDecibels(Number.POSITIVE_INFINITY)).toBe('∞ dB');
  });
});
