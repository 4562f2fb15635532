import type { Page } from 'playwright/test';
import { violations } from './axe.ts';
import { expect, type PageUnderTest, test } from './test.ts';

async function reach(page: Page): Promise<void> {
  await page.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await page.locator('groupwise-explorer .readout').waitFor();
}

test.describe('a host that refuses workers', () => {
  let under: PageUnderTest;
  test.beforeAll(async ({ start }) => {
    const policy = [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data:",
      "worker-src 'none'",
    ];
    under = await start(false, { 'content-security-policy': policy.join('; ') });
  });

  test('has small tensors all the same, and is told so', async () => {
    const page = await under.open('#explorer.size=64x64');
    await reach(page);
    const explorer = page.locator('groupwise-explorer');
    await expect(explorer.locator('.where')).toHaveText(/on the page’s own thread/, {
      useInnerText: true,
    });
    const before = await explorer.locator('.figures').innerText();
    await explorer.getByRole('slider', { name: 'Weights that share a scale' }).fill('0');
    await page.waitForFunction(
      (text) =>
        document
          .querySelector('groupwise-explorer')
          ?.shadowRoot?.querySelector<HTMLElement>('.figures')?.innerText !== text,
      before,
    );
    await explorer.getByLabel('Rows × columns').selectOption('4096x4096');
    const problem = explorer.getByRole('alert');
    await problem.waitFor();
    await expect(problem).toContainText('16777216', { useInnerText: true });
    await expect(explorer.locator('h3')).toContainText('64 × 64', { useInnerText: true });
    await expect(explorer).toHaveAttribute('size', '64x64');
    await page.close();
  });
});

test.describe('axe', () => {
  let under: PageUnderTest;
  test.beforeAll(async ({ start }) => {
    under = await start(false, { 'content-security-policy': "img-src 'self' data:" });
  });
  test.afterEach(() => under.stop());

  for (const [colorScheme, width] of [
    ['light', 360],
    ['light', 1440],
    ['dark', 360],
    ['dark', 1440],
  ] as const)
    test(`finds nothing, ${colorScheme}, at ${width} px`, async () => {
      const options = { colorScheme, viewport: { width, height: 900 } } as const;
      const page = await under.open('#explorer.size=64x64', options);
      await reach(page);
      await page.locator('groupwise-explorer .maps').focus();
      await page.keyboard.press('ArrowRight');
      const tradeoff = page.locator('groupwise-tradeoff');
      await tradeoff.scrollIntoViewIfNeeded();
      await tradeoff.getByText('28 of 28 settings measured').waitFor();
      await tradeoff.getByText('The measurements as a table').click();
      await tradeoff.locator('.point').first().waitFor();
      expect(await violations(page, 'section#tensor')).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'nothing is wider than the window').toBeLessThanOrEqual(0);
    });
});
