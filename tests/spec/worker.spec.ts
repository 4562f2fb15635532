// The worker client: the quantizer's methods as promises, with the quantizer's results.
import type { CreateOptions } from 'groupwise';
import { createQuantizerWorker, type QuantizerWorker } from 'groupwise/worker';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sameBytes } from './support/bits.ts';
import { Random } from './support/random.ts';
import { anyQuantizer } from './support/variants.ts';

const threadsRun = globalThis.crossOriginIsolated !== false;
const variants: CreateOptions[] = [
  { variant: 'scalar' },
  { variant: 'simd' },
  ...(threadsRun ? [1, 2, 8].map((threads) => ({ variant: 'threads', threads }) as const) : []),
];
const options = { groupSize: 40, rowLength: 1000, bits: 4, scale: 'float16' } as const;
const large = new Random(21).tameWeights(20_000_000);

describe.each(variants)('a worker with %o', (create) => {
  let worker: QuantizerWorker;
  beforeAll(async () => {
    worker = await createQuantizerWorker(create);
  });
  afterAll(() => worker.dispose());

  test('says what runs', () => {
    expect(worker).toMatchObject({ variant: create.variant, threads: create.threads ?? 1 });
  });

  test('gives what the quantizer gives', async () => {
    const quantizer = await anyQuantizer();
    const weights = new Random(22).tameWeights(5000);
    const expected = quantizer.quantize(weights, options);
    const q = await worker.quantize(weights, options);
    expect(q).toEqual(expected);
    expect(await worker.dequantize(q)).toEqual(quantizer.dequantize(expected));
    expect(await worker.measure(weights, q)).toEqual(quantizer.measure(weights, expected));
    expect(await worker.trace(weights, options)).toEqual(quantizer.trace(weights, options));
    const shape = { length: 5000, groupSize: 40 };
    expect(await worker.storage(shape)).toEqual(quantizer.storage(shape));
    const resident = await worker.load(weights);
    expect(resident.length).toBe(5000);
    expect(await resident.quantize(options)).toEqual(expected);
    expect(await resident.measure(options)).toEqual(quantizer.measure(weights, expected));
    resident.dispose();
    await expect(resident.quantize()).rejects.toMatchObject({ code: 'disposed' });
  });

  test('passes errors on, with code, index and message', async () => {
    const weights = new Float32Array(100);
    weights[77] = Number.NaN;
    await expect(worker.quantize(weights)).rejects.toMatchObject({
      name: 'GroupwiseError',
      code: 'non-finite-weight',
      index: 77,
      message: 'weight 77 is NaN; every weight must be finite',
    });
    await expect(worker.quantize(weights, { bits: 1 })).rejects.toMatchObject({
      code: 'invalid-bits',
      message: 'bits is 1; allowed are the whole numbers 2 to 8',
    });
  });

  test('copies the arguments, and hands them over where asked to', async () => {
    const weights = Float32Array.of(1, 2);
    await worker.quantize(weights);
    expect(weights).toEqual(Float32Array.of(1, 2));
    const q = await worker.quantize(weights, {}, { transfer: true });
    expect(weights.length).toBe(0);
    expect([...q.codes]).toEqual([64, 127]);
    const recovered = await worker.dequantize(q, { transfer: true });
    expect(recovered.length).toBe(2);
    expect(q.codes.length).toBe(0);
  });

  test('an aborted call rejects, running or waiting; the calls after it are not disturbed', async () => {
    const first = new AbortController();
    const second = new AbortController();
    const running = worker.quantize(large, {}, { signal: first.signal });
    const waiting = worker.quantize(large, {}, { signal: second.signal });
    const after = worker.quantize(Float32Array.of(1, 2));
    second.abort(new Error('not needed'));
    first.abort();
    await expect(running).rejects.toMatchObject({ name: 'GroupwiseError', code: 'aborted' });
    await expect(waiting).rejects.toMatchObject({
      code: 'aborted',
      cause: { message: 'not needed' },
    });
    expect([...(await after).codes]).toEqual([64, 127]);
    const signal = AbortSignal.abort();
    await expect(worker.quantize(large, {}, { signal })).rejects.toMatchObject({ code: 'aborted' });
  });

  test('many calls at once each get their own answer', async () => {
    const scales = Array.from({ length: 50 }, (_, i) => i + 1);
    const results = await Promise.all(
      scales.map((scale) => worker.quantize(Float32Array.of(127 * scale, -scale))),
    );
    expect(results.map((q) => [...q.codes, ...q.scales])).toEqual(scales.map((s) => [127, -1, s]));
  });
});

test('progress of long work rises, and the result is that of the quantizer', async () => {
  const worker = await createQuantizerWorker({ variant: 'scalar' });
  const shares: number[] = [];
  const q = await worker.quantize(large, options, { onProgress: (share) => shares.push(share) });
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  const expected = (await anyQuantizer()).quantize(large, options);
  expect(sameBytes(q.codes, expected.codes) && sameBytes(q.scales, expected.scales)).toBe(true);
  worker.dispose();
});

test('after dispose every call rejects, and so do those that have not returned', async () => {
  const worker = await createQuantizerWorker({ variant: 'simd' });
  const calls = [worker.quantize(large), worker.quantize(large)];
  worker.dispose();
  worker.dispose();
  for (const call of [...calls, worker.storage({ length: 1 })]) {
    await expect(call).rejects.toMatchObject({ name: 'GroupwiseError', code: 'disposed' });
  }
});

test('the variant chosen by itself is the best that runs in a worker here', async () => {
  const worker = await createQuantizerWorker();
  expect(worker.variant).toBe(threadsRun ? 'threads' : 'simd');
  worker.dispose();
});

test.each([
  [{ variant: 'fast' }, 'unsupported-variant'],
  [{ threads: 0 }, 'invalid-threads'],
  [null, 'invalid-options'],
] as const)('created with %o: %s', async (create, code) => {
  const made = createQuantizerWorker(create as unknown as CreateOptions);
  await expect(made).rejects.toMatchObject({ name: 'GroupwiseError', code });
});

test.skipIf(threadsRun)('threads asked for by name are not replaced', async () => {
  await expect(createQuantizerWorker({ variant: 'threads' })).rejects.toMatchObject({
    code: 'unsupported-variant',
    message: expect.stringContaining('not cross-origin isolated'),
  });
});
