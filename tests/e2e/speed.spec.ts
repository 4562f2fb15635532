import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PageUnderTest } from './page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SMALL = '#length=65536';
const MINUTE = 60_000;

const under: Record<string, PageUnderTest> = {};
beforeAll(async () => {
  under.plain = await PageUnderTest.start();
  under.isolated = await PageUnderTest.start(true);
  under.withoutBlobs = await PageUnderTest.start(false, {
    'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
  });
});
afterEach(() => {
  for (const { failures } of Object.values(under)) expect(failures.splice(0)).toEqual([]);
});
afterAll(() => Promise.all(Object.values(under).map((each) => each.stop())));

async function open(host: string, options: BrowserContextOptions = {}, hash = SMALL) {
  const page = await (under[host] as PageUnderTest).blank(options);
  await page.goto(`${(under[host] as PageUnderTest).url}?embed=speed${hash}`);
  const speed = page.locator('groupwise-speed');
  await speed.getByRole('button', { name: 'Measure here' }).waitFor();
  return { page, speed };
}

async function measure(speed: Locator): Promise<void> {
  await speed.getByRole('button', { name: 'Measure here' }).click();
  await speed.getByRole('button', { name: 'Measure again' }).waitFor({ timeout: MINUTE });
}

const textOf = (speed: Locator, name: string): Promise<string> =>
  speed.locator(`li.${name}`).innerText();

/** Violations of the element, each with what it is about. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Result = { violations: { id: string; nodes: { target: unknown }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(at: string): Promise<Result> } };
    const result = await axe.run('groupwise-speed');
    return result.violations.map(({ id, nodes }) => `${id} ${JSON.stringify(nodes)}`);
  });
}

describe('measuring', () => {
  it('says what was measured, and why threads were not', async () => {
    const { page, speed } = await open('plain');
    expect(await textOf(speed, 'simd')).toContain('not measured yet');
    await measure(speed);
    for (const name of ['plain', 'scalar', 'simd']) {
      expect(await textOf(speed, name)).toMatch(/ms\s[\d.]+ GB\/s[\s\S]*% of copying/);
    }
    expect(await textOf(speed, 'simd')).toContain('times plain JavaScript');
    expect(await textOf(speed, 'threads')).toContain('not cross-origin isolated');
    expect(await speed.locator('.method').innerText()).toContain('the same codes, scales');
    expect(await speed.getByRole('status').innerText()).toMatch(/^Measured\. Plain JavaScript: /);
    await page.close();
  });

  it('has threads where the page is isolated', async () => {
    const { page, speed } = await open('isolated');
    await measure(speed);
    expect(await textOf(speed, 'threads')).toMatch(/ms[\s\S]*\d+ threads$/);
    await page.close();
  });

  it('does plain JavaScript on the page where no worker can be made from text', async () => {
    const { page, speed } = await open('withoutBlobs');
    await measure(speed);
    expect(await textOf(speed, 'plain')).toMatch(/ms[\s\S]*on this page’s thread/);
    expect(await textOf(speed, 'simd')).not.toContain('thread');
    expect(await speed.locator('.method').innerText()).toContain('the same codes, scales');
    expect(under.withoutBlobs?.failures.splice(0).join()).toContain('worker-src');
    await page.close();
  });

  it('is started and stopped with the keyboard, and can be done again', async () => {
    const { page, speed } = await open('plain', {}, '#length=16777216');
    await speed.getByRole('combobox', { name: 'Group size' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await speed.getByRole('progressbar').waitFor();
    await page.keyboard.press('Enter');
    await speed.getByRole('button', { name: 'Measure again' }).waitFor();
    expect(await speed.getByRole('progressbar').count()).toBe(0);
    await speed.getByRole('combobox', { name: 'Tensor' }).selectOption('65536');
    await measure(speed);
    await page.close();
  });

  it('ends with its element', async () => {
    const { page, speed } = await open('plain');
    await speed.getByRole('button', { name: 'Measure here' }).click();
    await speed.getByRole('progressbar').waitFor();
    await speed.evaluate((element) => element.remove());
    await page.waitForFunction(() => document.querySelector('groupwise-speed') === null);
    await expect.poll(() => page.workers().length).toBe(0);
    await page.close();
  });
});

describe('settings', () => {
  it('are attributes, and tell the page', async () => {
    const { page, speed } = await open('plain');
    await speed.getByRole('combobox', { name: 'Group size' }).selectOption('256');
    expect(await speed.getAttribute('group-size')).toBe('256');
    await page.waitForFunction(() => location.hash.includes('group-size=256'));
    await speed.evaluate((element) => element.setAttribute('length', '100000'));
    const tensor = speed.getByRole('combobox', { name: 'Tensor' });
    expect(await tensor.locator('option:checked').innerText()).toContain('100,000 weights');
    await page.close();
  });

  it('that mean nothing are refused in words', async () => {
    const { page, speed } = await open('plain');
    await speed.evaluate((element) => element.setAttribute('length', '5'));
    expect(await speed.getByRole('alert').innerText()).toContain('length: 5 is not from 16384');
    await speed.evaluate((element) => element.removeAttribute('length'));
    expect(await speed.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  it.each([360, 1440])('at %i px: no violations, no sideways scrolling', async (width) => {
    const { page, speed } = await open('plain', { colorScheme, viewport: { width, height: 900 } });
    await measure(speed);
    expect(await violations(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await page.close();
  });
});
