import { createQuantizer, GroupwiseError, type QuantizeOptions } from 'groupwise';
import { expect, it } from 'vitest';
import { inWords } from '../../../web/elements/text/error-message.ts';

async function refusal(weights: readonly number[], options: QuantizeOptions): Promise<string> {
  const quantizer = await createQuantizer();
  try {
    quantizer.quantize(Float32Array.from(weights), options);
  } catch (error) {
    if (error instanceof GroupwiseError) return inWords(error);
    throw error;
  } finally {
    quantizer.dispose();
  }
  throw new Error('it was not refused');
}

it('counts from 1, as all that is shown does', async () => {
  expect(await refusal([1, 2, 1e9, 3], { groupSize: 2, scale: 'float16' })).toMatch(
    /^the scale of group 2 is too large for the format/,
  );
  expect(await refusal([1, Number.NaN], { groupSize: 2 })).toMatch(/^weight 2 is NaN/);
});

it('leaves alone what counts nothing', async () => {
  expect(await refusal([1, 2, 3], { rowLength: 2 })).toContain('rowLength is 2;');
  expect(inWords({ message: 'weight 10 of 1', index: 1 })).toBe('weight 10 of 1');
});
