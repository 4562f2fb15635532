import { describe, expect, test } from 'vitest';
import { hashOf, tenMillionCases, tenMillionWeights } from './support/ten-million.ts';
import { quantizerOf, variantsHere } from './support/variants.ts';

describe('ten million weights', () => {
  const weights = tenMillionWeights();

  test.each(variantsHere)('hash to the same on $name', async (variant) => {
    const quantizer = await quantizerOf(variant);
    for (const { options, hash } of tenMillionCases) {
      expect(hashOf(quantizer, weights, options)).toBe(hash);
    }
  });
});
