import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { browser, consumers, serving } from '../harness/context.mjs';
import { expectedHash } from '../harness/expected.mjs';
import { residentBytes, workerThreads } from '../harness/renderers.mjs';
import { runNode } from '../harness/tool.mjs';

const MB = 2 ** 20;
// Each quantizer held more than 4 MiB: of 140 that leaked, far more would be left.
const most = 64 * MB;
const mib = (bytes) => `${(bytes / MB).toFixed(1)} MiB`;

function checkGrowthAndCompany({ acrossGrowth, together, disposedAtWork }) {
  assert.deepEqual(acrossGrowth, { before: expectedHash, after: expectedHash });
  assert.equal(together.alone[0], expectedHash);
  assert.notEqual(together.alone[0], together.alone[1]);
  for (const both of together.both) assert.deepEqual(both, together.alone);
  assert.ok(disposedAtWork.codes.includes('disposed'));
  assert.ok(disposedAtWork.codes.every((code) => ['disposed', 'done'].includes(code)));
  assert.equal(disposedAtWork.late, 'disposed');
}

test('Node: 200 rounds leave memory flat; growth, company, disposing', async (context) => {
  const folder = await consumers.consumer('endurance');
  const result = JSON.parse(await runNode(['--expose-gc', 'node.mjs'], folder));
  checkGrowthAndCompany(result);
  const { rounds, workerRounds } = result;
  context.diagnostic(
    `140 more quantizers: ${mib(rounds.rss)}; 20 workers: ${mib(workerRounds.rss)}`,
  );
  assert.ok(rounds.rss < most, JSON.stringify(rounds));
  assert.ok(rounds.heapUsed < MB, JSON.stringify(rounds));
  assert.ok(workerRounds.rss < most, JSON.stringify(workerRounds));
});

describe('Chromium', () => {
  let root;
  before(async () => {
    root = await consumers.consumer('endurance');
  });

  test('200 rounds leave memory flat; growth, company, disposing', (context) =>
    serving({ root, isolated: true }, async (url) => {
      const { page, failures } = await browser.open(url);
      const session = await page.context().newCDPSession(page);
      const resident = async (count) => {
        await page.evaluate((n) => globalThis.endurance.rounds(n), count);
        await session.send('HeapProfiler.collectGarbage');
        return residentBytes(browser.browser);
      };
      const first = await resident(60);
      const growth = (await resident(140)) - first;
      context.diagnostic(`140 more quantizers: ${mib(growth)}`);
      assert.ok(growth < most, mib(growth));
      checkGrowthAndCompany(
        await page.evaluate(async () => {
          const { acrossGrowth, together, disposedAtWork } = globalThis.endurance;
          return {
            acrossGrowth: await acrossGrowth(),
            together: await together(),
            disposedAtWork: await disposedAtWork(),
          };
        }),
      );
      assert.deepEqual(failures, []);
      await page.close();
    }));

  test('20 reloads with threads leave no worker behind', (context) =>
    serving({ root, isolated: true }, async (url) => {
      const { page } = await browser.open(url);
      const counts = [];
      for (let i = 0; i < 20; i++) {
        await page.reload();
        await page.evaluate(async () => {
          const { createQuantizerWorker } = await import('groupwise/worker');
          globalThis.held = await createQuantizerWorker();
          await globalThis.held.quantize(new Float32Array(1024));
        });
        counts.push(await workerThreads(browser.browser));
      }
      // The browser takes its time to end the threads of a page that is gone.
      const [own] = counts;
      let left = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 40 && left > own; i++) {
        await new Promise((done) => setTimeout(done, 250));
        left = await workerThreads(browser.browser);
      }
      context.diagnostic(`worker threads after each load: ${counts.join(' ')}, at last ${left}`);
      assert.ok(own >= 2, 'there are threads');
      assert.equal(left, own);
      await page.close();
    }));
});
