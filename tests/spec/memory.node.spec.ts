// Nothing needs freeing but the quantizer itself, and that frees all.
import { setTimeout } from 'node:timers/promises';
import { createQuantizer } from 'groupwise';
import { expect, test } from 'vitest';
import { Random } from './support/random.ts';

const megabyte = 2 ** 20;
const collectGarbage = globalThis.gc as () => void;
const weights = new Random(11).tameWeights(250_000);

async function memoryUsed(): Promise<number> {
  // Twice, with a turn of the event loop between: finalizers run then.
  for (let i = 0; i < 2; i++) {
    collectGarbage();
    await setTimeout(20);
  }
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return (heapUsed + external + arrayBuffers) / megabyte;
}

async function rounds(count: number, variant: 'simd' | 'scalar' | 'threads') {
  for (let i = 0; i < count; i++) {
    const quantizer = await createQuantizer({ variant, threads: 2 });
    quantizer.load(weights).measure();
    quantizer.dequantize(quantizer.quantize(weights));
    quantizer.dispose();
  }
}

// One round takes 2 MB of wasm memory at the least: a leak of a round in ten would show.
test.each([
  ['simd', 200],
  ['scalar', 200],
  ['threads', 40],
] as const)('%s: %i quantizers made, used and disposed of', async (variant, count) => {
  await rounds(10, variant);
  const before = await memoryUsed();
  await rounds(count, variant);
  expect((await memoryUsed()) - before).toBeLessThan(count / 2);
});

test('one quantizer, used again and again', async () => {
  const quantizer = await createQuantizer({ variant: 'simd' });
  const round = () => {
    const resident = quantizer.load(weights);
    resident.quantize();
    resident.dispose();
    quantizer.measure(weights, quantizer.quantize(weights));
    quantizer.trace(weights.subarray(0, 10_000));
    expect(() => quantizer.quantize(weights, { bits: 1 })).toThrow();
  };
  for (let i = 0; i < 10; i++) round();
  const before = await memoryUsed();
  for (let i = 0; i < 200; i++) round();
  expect((await memoryUsed()) - before).toBeLessThan(20);
  quantizer.dispose();
});
