import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PageUnderTest } from './page.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function reach(page: Page): Promise<void> {
  await page.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await page.locator('groupwise-explorer .readout').waitFor();
}

describe('a host that refuses workers', () => {
  let under: PageUnderTest;
  beforeAll(async () => {
    const policy = [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' data:",
      "worker-src 'none'",
    ];
    under = await PageUnderTest.start(false, { 'content-security-policy': policy.join('; ') });
  });
  afterAll(() => under?.stop());

  it('has small tensors all the same, and is told so', async () => {
    const page = await under.open('#explorer.size=64x64');
    await reach(page);
    const explorer = page.locator('groupwise-explorer');
    expect(await explorer.locator('.where').innerText()).toMatch(/on the page’s own thread/);
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
    expect(await problem.innerText()).toContain('16777216');
    expect(await explorer.locator('h3').innerText()).toContain('64 × 64');
    expect(await explorer.getAttribute('size')).toBe('64x64');
    await page.close();
  });
});

describe('axe', () => {
  let under: PageUnderTest;
  beforeAll(async () => {
    under = await PageUnderTest.start(false, { 'content-security-policy': "img-src 'self' data:" });
  });
  afterEach(() => expect(under.failures).toEqual([]));
  afterAll(() => under?.stop());

  it.each([
    ['light', 360],
    ['light', 1440],
    ['dark', 360],
    ['dark', 1440],
  ] as const)('finds nothing, %s, at %i px', async (colorScheme, width) => {
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
    await page.addScriptTag({ path: axe });
    const found = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: {
          run(within: string): Promise<{
            violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[];
          }>;
        };
      };
      const { violations } = await checker.run('section#tensor');
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`,
        ),
      );
    });
    expect(found).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, 'nothing is wider than the window').toBeLessThanOrEqual(0);
    await page.close();
  });
});
