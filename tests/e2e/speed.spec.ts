import type { BrowserContextOptions, Locator } from 'playwright/test';
import { violations } from './axe.ts';
import { expect, type PageUnderTest, test } from './test.ts';

const SMALL = '#length=65536';
const MINUTE = 60_000;

const under: Record<string, PageUnderTest> = {};
test.beforeAll(async ({ start }) => {
  under.plain = await start();
  under.isolated = await start(true);
  under.withoutBlobs = await start(false, {
    'content-security-policy': "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'",
  });
});
test.afterEach(() => Promise.all(Object.values(under).map((each) => each.stop())));

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

test.describe('measuring', () => {
  test('says what was measured, and why threads were not', async () => {
    const { speed } = await open('plain');
    expect(await textOf(speed, 'simd')).toContain('not measured yet');
    await measure(speed);
    for (const name of ['plain', 'scalar', 'simd']) {
      expect(await textOf(speed, name)).toMatch(/ms\s[\d.]+ GB\/s[\s\S]*% of copying/);
    }
    expect(await textOf(speed, 'simd')).toContain('times plain JavaScript');
    expect(await textOf(speed, 'threads')).toContain('not cross-origin isolated');
    await expect(speed.locator('.method')).toContainText('the same codes, scales', {
      useInnerText: true,
    });
    await expect(speed.getByRole('status')).toHaveText(/^Measured\. Plain JavaScript: /, {
      useInnerText: true,
    });
  });

  test('has threads where the page is isolated', async () => {
    const { speed } = await open('isolated');
    await measure(speed);
    expect(await textOf(speed, 'threads')).toMatch(/ms[\s\S]*\d+ threads$/);
  });

  test('does plain JavaScript on the page where no worker can be made from text', async () => {
    const { speed } = await open('withoutBlobs');
    await measure(speed);
    expect(await textOf(speed, 'plain')).toMatch(/ms[\s\S]*on this page’s thread/);
    expect(await textOf(speed, 'simd')).not.toContain('thread');
    await expect(speed.locator('.method')).toContainText('the same codes, scales', {
      useInnerText: true,
    });
    expect(under.withoutBlobs?.failures.splice(0).join()).toContain('worker-src');
  });

  test('is started and stopped with the keyboard, and can be done again', async () => {
    const { page, speed } = await open('plain', {}, '#length=16777216');
    await speed.getByRole('combobox', { name: 'Group size' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await speed.getByRole('progressbar').waitFor();
    await page.keyboard.press('Enter');
    await speed.getByRole('button', { name: 'Measure again' }).waitFor();
    await expect(speed.getByRole('progressbar')).toHaveCount(0);
    await speed.getByRole('combobox', { name: 'Tensor' }).selectOption('65536');
    await measure(speed);
  });

  test('ends with its element', async () => {
    const { page, speed } = await open('plain');
    await speed.getByRole('button', { name: 'Measure here' }).click();
    await speed.getByRole('progressbar').waitFor();
    await speed.evaluate((element) => element.remove());
    await page.waitForFunction(() => document.querySelector('groupwise-speed') === null);
    await expect.poll(() => page.workers().length).toBe(0);
  });
});

test.describe('settings', () => {
  test('are attributes, and tell the page', async () => {
    const { page, speed } = await open('plain');
    await speed.getByRole('combobox', { name: 'Group size' }).selectOption('256');
    await expect(speed).toHaveAttribute('group-size', '256');
    await page.waitForFunction(() => location.hash.includes('group-size=256'));
    await speed.evaluate((element) => element.setAttribute('length', '100000'));
    const tensor = speed.getByRole('combobox', { name: 'Tensor' });
    await expect(tensor.locator('option:checked')).toContainText('100,000 weights', {
      useInnerText: true,
    });
  });

  test('that mean nothing are refused in words', async () => {
    const { speed } = await open('plain');
    await speed.evaluate((element) => element.setAttribute('length', '5'));
    await expect(speed.getByRole('alert')).toContainText('length: 5 is not from 16384', {
      useInnerText: true,
    });
    await speed.evaluate((element) => element.removeAttribute('length'));
    await expect(speed.getByRole('alert')).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440]) {
    test(`${colorScheme}, at ${width} px: no violations, no sideways scrolling`, async () => {
      const { page, speed } = await open('plain', {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await measure(speed);
      expect(await violations(page, 'groupwise-speed')).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  }
