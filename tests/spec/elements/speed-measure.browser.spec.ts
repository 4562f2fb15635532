import { expect, it } from 'vitest';
import { isSame } from '../../../web/elements/speed/contenders.ts';
import { measureSpeed, type Progress } from '../../../web/elements/speed/measure.ts';
import { startPagePeer } from '../../../web/elements/speed/page-peer.ts';
import { startWorkerPeer } from '../../../web/elements/speed/worker-peer.ts';

const state = { length: 2 ** 16 + 5, groupSize: 33 };

it('times everything that can run here, says why the rest cannot, and compares their bytes', async () => {
  const shares: number[] = [];
  const { signal } = new AbortController();
  const result = await measureSpeed(state, signal, ({ share }) => shares.push(share));
  expect(result.same).toBe(true);
  expect(result.rounds).toBeGreaterThanOrEqual(3);
  const names = ['copy', 'plain', 'scalar', 'simd'];
  if (crossOriginIsolated) {
    names.push('threads');
    expect(result.notes.threads).toMatch(/^\d+ threads$/);
  } else {
    expect(result.absent.threads).toContain('not cross-origin isolated');
  }
  expect(Object.keys(result.times).sort()).toEqual(names.sort());
  for (const samples of Object.values(result.times)) {
    expect(samples).toHaveLength(result.rounds);
    expect(Math.min(...samples)).toBeGreaterThan(0);
  }
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

it.each(['Making weights', 'Starting simd', 'Warming up', 'Round 1'])(
  'stops when it is aborted: %s',
  async (moment) => {
    const controller = new AbortController();
    const reports: Progress[] = [];
    const running = measureSpeed(state, controller.signal, (progress) => {
      reports.push(progress);
      if (progress.doing.startsWith(moment)) setTimeout(() => controller.abort());
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    const count = reports.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(reports).toHaveLength(count);
  },
);

it('computes the same on the page’s thread, where no worker can be made from text', async () => {
  const { signal } = new AbortController();
  const [worker, page] = [await startWorkerPeer(), startPagePeer('refused', signal)];
  const length = 2 ** 18 + 2 ** 17 + 1;
  const [made, expected] = [await page.make(length), await worker.make(length)];
  expect(made).toHaveLength(length);
  expect(made.every((weight, i) => weight === expected[i])).toBe(true);
  for (const groupSize of [1, 33, 2 ** 18 + 1]) {
    const [one, other] = [await worker.quantize(groupSize), await page.quantize(groupSize)];
    expect(isSame(one.result, other.result)).toBe(true);
    expect(other.ms).toBeGreaterThan(0);
  }
  expect(await page.copy()).toBeGreaterThan(0);
  worker.dispose();
  page.dispose();
});
