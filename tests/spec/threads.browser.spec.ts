import { createQuantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { tenMillionCases } from './support/ten-million.ts';
import type { ThreadsReport } from './support/threads-worker.ts';

function inWorker(threads: number): Promise<{ report?: ThreadsReport; error?: string }> {
  const worker = new Worker(new URL('./support/threads-worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
    worker.postMessage(threads);
  }).finally(() => worker.terminate()) as Promise<{ report?: ThreadsReport; error?: string }>;
}

describe.runIf(globalThis.crossOriginIsolated)('threads in a worker of an isolated page', () => {
  test.each([1, 2, 8])('%i: golden vectors and ten million weights', async (threads) => {
    const { report, error } = await inWorker(threads);
    expect(error).toBeUndefined();
    expect(report).toMatchObject({ variant: 'threads', threads, isolated: true });
    expect(report?.cases).toBeGreaterThan(480);
    expect(report?.differences).toEqual([]);
    expect(report?.hashes).toEqual(tenMillionCases.map(({ hash }) => hash));
  });

  test('but not on the page itself', async () => {
    await expect(createQuantizer({ variant: 'threads' })).rejects.toMatchObject({
      code: 'unsupported-variant',
      message: expect.stringContaining("would block a page's main thread"),
    });
  });
});

describe.skipIf(globalThis.crossOriginIsolated)('a page that is not isolated', () => {
  test('refuses threads, in a worker too, and says what is missing', async () => {
    const { error } = await inWorker(2);
    expect(error).toContain('this page is not cross-origin isolated');
    await expect(createQuantizer({ variant: 'threads' })).rejects.toMatchObject({
      code: 'unsupported-variant',
      message: expect.stringContaining('this page is not cross-origin isolated'),
    });
  });

  test('runs SIMD by itself', async () => {
    const quantizer = await createQuantizer();
    expect(quantizer.variant).toBe('simd');
    quantizer.dispose();
  });
});
