// What both Node and a page go through.
import { createQuantizer } from 'groupwise';
import { createQuantizerWorker } from 'groupwise/worker';
import { fixedTensor, hashOf } from './probe.js';

const weights = fixedTensor();

export async function rounds(count) {
  const weights = new Float32Array(2 ** 20);
  for (let i = 0; i < count; i++) {
    const quantizer = await createQuantizer();
    quantizer.quantize(weights, { groupSize: 32 });
    quantizer.dispose();
  }
}

export async function workerRounds(count) {
  for (let i = 0; i < count; i++) {
    const worker = await createQuantizerWorker();
    await worker.quantize(weights, { groupSize: 32 });
    worker.dispose();
  }
}

/** The hash of a result before and after the wasm memory has grown. */
export async function acrossGrowth() {
  const quantizer = await createQuantizer();
  const held = quantizer.quantize(weights);
  const before = await hashOf(held);
  const resident = quantizer.load(new Float32Array(2 ** 24));
  quantizer.quantize(new Float32Array(2 ** 22), { groupSize: 'tensor' });
  resident.dispose();
  quantizer.dispose();
  return { before, after: await hashOf(held) };
}

/** Two workers at once, of different options: each alone and both together. */
export async function together() {
  const options = [{ groupSize: 32 }, { groupSize: 7, bits: 4, scale: 'float16' }];
  const workers = await Promise.all(options.map(() => createQuantizerWorker()));
  const run = async (i) => hashOf(await workers[i].quantize(weights, options[i]));
  const alone = [await run(0), await run(1)];
  const both = [];
  for (let round = 0; round < 5; round++) both.push(await Promise.all([run(0), run(1)]));
  for (const worker of workers) worker.dispose();
  return { alone, both };
}

export async function disposedAtWork() {
  const worker = await createQuantizerWorker();
  const calls = [1, 2, 3].map(() => worker.quantize(new Float32Array(2 ** 22)));
  setTimeout(() => worker.dispose(), 5);
  const settled = await Promise.allSettled([
    ...calls,
    calls[0].then(() => worker.quantize(weights)),
  ]);
  const late = await worker.quantize(weights).catch((error) => error.code);
  return { codes: settled.map(({ reason }) => reason?.code ?? 'done'), late };
}
