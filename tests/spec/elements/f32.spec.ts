import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32ListText, float32Text, parseFloat32 } from '../../../web/elements/text/float32.ts';

describe('float32 text', () => {
  it('is short', () => {
    expect(float32Text(Math.fround(0.1))).toBe('0.1');
    expect(float32Text(-0)).toBe('-0');
    expect(float32Text(16777216)).toBe('16777216');
    expect(float32ListText(Float32Array.of(0.1, -0.8))).toBe('0.1, -0.8');
  });

  it('comes back with the same bits', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseFloat32(float32Text(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses what is not a finite float32', () => {
    for (const text of ['', 'x', '1e39', 'Infinity', '0x1', '1 2', '--1']) {
      expect(parseFloat32(text)).toBeUndefined();
    }
  });
});
