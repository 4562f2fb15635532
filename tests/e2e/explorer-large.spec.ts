import { createQuantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { generate } from '../../web/elements/tensors/generate.ts';
import { formatDecibels } from '../../web/elements/text/format.ts';
import { type Tasks, watchTasks } from './explorer-tasks.ts';
import { expect, type PageUnderTest, test } from './test.ts';

const LONGEST_TASK_MS = 50;
const SIDE = 4096;

/** A busy machine must not be what is tested: of a task that the observer saw, the time on the processor counts. */
function expectShort(what: string, { longest, observed }: Tasks): void {
  const seen = observed.map((ms) => ms.toFixed(0)).join(', ') || 'none';
  console.log(`${what}: longest task ${longest.toFixed(1)} ms; seen by the observer: ${seen}`);
  expect(longest).toBeLessThan(LONGEST_TASK_MS);
}

for (const isolated of [true, false])
  test.describe(`${SIDE} × ${SIDE} weights, isolated: ${isolated}`, () => {
    let under: PageUnderTest;
    let page: Page;
    const explorer = () => page.locator('groupwise-explorer');
    const settled = async (): Promise<void> => {
      await page.waitForTimeout(400);
      await explorer().locator('.busy:not(.on)').waitFor({ state: 'attached', timeout: 60_000 });
    };
    test.beforeAll(async ({ start }) => {
      under = await start(isolated);
      page = await under.open('#tensor');
      await explorer().scrollIntoViewIfNeeded();
      await explorer().locator('.readout').waitFor({ timeout: 30_000 });
    });
    test.afterEach(() => expect(under.failures).toEqual([]));
    test.afterAll(() => under.stop());

    test('are generated without holding up the page', async () => {
      const watched = await watchTasks(page);
      await explorer().getByLabel('Rows × columns').selectOption(`${SIDE}x${SIDE}`);
      await explorer()
        .locator('h3', { hasText: `${SIDE} × ${SIDE}` })
        .waitFor({ timeout: 60_000 });
      await settled();
      expectShort('generating', await watched());
    });

    test('follow the slider through all group sizes, and no task takes longer than 50 ms', async () => {
      const slider = explorer().getByRole('slider', { name: 'Weights that share a scale' });
      await slider.scrollIntoViewIfNeeded();
      const box = await slider.boundingBox();
      if (!box) throw new Error('the slider is not visible');
      const watched = await watchTasks(page);
      const y = box.y + box.height / 2;
      const seen = new Set<string>();
      await page.mouse.move(box.x + 20, y);
      await page.mouse.down();
      for (let pass = 0; pass < 2; pass += 1) {
        for (let step = 0; step <= 40; step += 1) {
          const share = pass === 0 ? step / 40 : 1 - step / 40;
          await page.mouse.move(box.x + 12 + share * (box.width - 24), y);
          await page.waitForTimeout(step % 10 === 0 ? 700 : 60);
          seen.add(await explorer().locator('.figures dd').first().innerText());
        }
      }
      await page.mouse.up();
      await settled();
      expectShort(`dragging through ${seen.size} results`, await watched());
      expect(seen.size).toBeGreaterThan(3);
    });

    test('have in the end the figures of the library', async () => {
      await explorer().getByRole('slider', { name: 'Weights that share a scale' }).fill('4');
      await settled();
      await expect(explorer()).toHaveAttribute('group-size', '256');
      const spec = { distribution: 'outliers', rows: SIDE, columns: SIDE, seed: 1 } as const;
      const weights = await generate(spec, new AbortController().signal, () => {});
      const quantizer = await createQuantizer({ variant: 'simd' });
      const tensor = quantizer.load(weights);
      const { sqnrDb } = tensor.measure({ groupSize: 256, rowLength: SIDE });
      quantizer.dispose();
      expect(await explorer().locator('.figures dd').first().innerText()).toBe(
        formatDecibels(sqnrDb),
      );
      await expect(explorer().locator('.figures')).toContainText('65,536', { useInnerText: true });
    });

    test('say what computes', async () => {
      const where = await explorer().locator('.where').innerText();
      expect(where).toMatch(
        isolated ? /in a worker by the threads build/ : /in a worker by the simd build/,
      );
      if (!isolated) expect(where).toContain('cross-origin isolated');
    });
  });
