import { createQuantizer } from 'groupwise';
import { expect, test } from 'vitest';

// 4 GiB and a little: more than wasm can address. Never written, so it takes no real memory.
const tooMany = 2 ** 30 + 32;

test.each(['scalar', 'simd', 'threads'] as const)('out of memory on %s', async (variant) => {
  const quantizer = await createQuantizer({ variant, threads: 2 });
  const weights = new Float32Array(tooMany);
  const outOfMemory = expect.objectContaining({
    name: 'GroupwiseError',
    code: 'out-of-memory',
    message: `no memory for ${tooMany} weights; quantize the tensor in pieces of whole rows, or in smaller groups`,
  });
  expect(() => quantizer.load(weights)).toThrow(outOfMemory);
  expect(() => quantizer.trace(weights)).toThrow(outOfMemory);
  expect(() => quantizer.quantize(weights, { groupSize: 'tensor' })).toThrow(outOfMemory);
  expect([...quantizer.quantize(Float32Array.of(1, 2)).codes]).toEqual([64, 127]);
  quantizer.dispose();
});
