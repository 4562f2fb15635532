import { createQuantizer } from 'groupwise';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { generate } from '../../web/elements/tensors/generate.ts';
import { formatDecibels } from '../../web/elements/text/format.ts';
import { type Tasks, watchTasks } from './explorer-tasks.ts';
import { PageUnderTest } from './page.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const LONGEST_TASK_MS = 50;
const SIDE = 4096;

/** A busy machine must not be what is tested: of a task that the observer saw, the time on the processor counts. */
function expectShort(what: string, { longest, observed }: Tasks): void {
  const seen = observed.map((ms) => ms.toFixed(0)).join(', ') || 'none';
  console.log(`${what}: longest task ${longest.toFixed(1)} ms; seen by the observer: ${seen}`);
  expect(longest).toBeLessThan(LONGEST_TASK_MS);
}

describe.each([{ isolated: true }, { isolated: false }])(
  `${SIDE} × ${SIDE} weights, isolated: $isolated`,
  ({ isolated }) => {
    let under: PageUnderTest;
    let page: Page;
    const explorer = () => page.locator('groupwise-explorer');
    const settled = async (): Promise<void> => {
      await page.waitForTimeout(400);
      await explorer().locator('.busy:not(.on)').waitFor({ state: 'attached', timeout: 60_000 });
    };
    beforeAll(async () => {
      under = await PageUnderTest.start(isolated);
      page = await under.open('#tensor');
      await explorer().scrollIntoViewIfNeeded();
      await explorer().locator('.readout').waitFor({ timeout: 30_000 });
    });
    afterEach(() => expect(under.failures).toEqual([]));
    afterAll(() => under?.stop());

    it('are generated without holding up the page', async () => {
      const watched = await watchTasks(page);
      await explorer().getByLabel('Rows × columns').selectOption(`${SIDE}x${SIDE}`);
      await explorer()
        .locator('h3', { hasText: `${SIDE} × ${SIDE}` })
        .waitFor({ timeout: 60_000 });
      await settled();
      expectShort('generating', await watched());
    });

    it('follow the slider through all group sizes, and no task takes longer than 50 ms', async () => {
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

    it('have in the end the figures of the library', async () => {
      await explorer().getByRole('slider', { name: 'Weights that share a scale' }).fill('4');
      await settled();
      expect(await explorer().getAttribute('group-size')).toBe('256');
      const spec = { distribution: 'outliers', rows: SIDE, columns: SIDE, seed: 1 } as const;
      const weights = await generate(spec, new AbortController().signal, () => {});
      const quantizer = await createQuantizer({ variant: 'simd' });
      const tensor = quantizer.load(weights);
      const { sqnrDb } = tensor.measure({ groupSize: 256, rowLength: SIDE });
      quantizer.dispose();
      expect(await explorer().locator('.figures dd').first().innerText()).toBe(
        formatDecibels(sqnrDb),
      );
      expect(await explorer().locator('.figures').innerText()).toContain('65,536');
    });

    it('say what computes', async () => {
      const where = await explorer().locator('.where').innerText();
      expect(where).toMatch(
        isolated ? /in a worker by the threads build/ : /in a worker by the simd build/,
      );
      if (!isolated) expect(where).toContain('cross-origin isolated');
    });
  },
);
