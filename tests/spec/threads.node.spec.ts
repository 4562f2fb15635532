import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { createQuantizer } from 'groupwise';
import { expect, test } from 'vitest';
import { Random } from './support/random.ts';

test('dispose ends the threads', async () => {
  const started: Worker[] = [];
  const note = (worker: Worker) => started.push(worker);
  process.on('worker', note);
  const quantizer = await createQuantizer({ variant: 'threads', threads: 8 });
  quantizer.quantize(new Random(31).tameWeights(1_000_000));
  process.off('worker', note);
  expect(started).toHaveLength(7); // the caller's own is the eighth
  const ends = started.map((worker) => once(worker, 'exit'));
  quantizer.dispose();
  expect(await Promise.all(ends)).toHaveLength(7);
});

test('threads by default: as many as the machine runs at once, up to 64', async () => {
  const quantizer = await createQuantizer({ variant: 'threads' });
  expect(quantizer.threads).toBe(Math.min(availableParallelism(), 64));
  quantizer.dispose();
});
