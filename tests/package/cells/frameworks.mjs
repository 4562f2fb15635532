import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { resultOf } from '../harness/browser.mjs';
import { browser, consumers, serving } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';
import { runNode } from '../harness/tool.mjs';

for (const name of ['react', 'vue']) {
  describe(name, () => {
    let folder;
    before(async () => {
      folder = await consumers.consumer(name);
      const args = ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
      await runNode(args, folder);
    });

    test('attributes and properties go in, events come out', () =>
      serving({ root: join(folder, 'dist') }, async (url) => {
        const { page, failures } = await browser.open(url);
        checkProbe(await resultOf(page), { worker: 'simd' });
        const stepper = page.locator('groupwise-stepper');
        await stepper.locator('.card').first().waitFor();
        await page.getByRole('button', { name: '4 bits' }).click();
        await page.waitForFunction(
          () => document.querySelector('groupwise-stepper').getAttribute('bits') === '4',
        );
        assert.equal(await page.locator('output').textContent(), 'weights');
        await stepper.getByRole('slider', { name: 'Step' }).press('ArrowRight');
        await page.locator('output', { hasText: 'groups' }).waitFor();
        assert.deepEqual(failures, []);
        await page.close();
      }));
  });
}

test('React: the tags are typed', async () => {
  const folder = await consumers.consumer('react');
  await runNode(['../node_modules/typescript/bin/tsc', '-p', '.'], folder);
});
