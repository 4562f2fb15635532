import type { Locator, Page } from 'playwright/test';
import { expect, test } from './test.ts';

let page: Page;
let calculator: Locator;
test.beforeEach(async ({ under }) => {
  page = await under.open();
  calculator = page.locator('#large-model groupwise-calculator');
  await page.locator('#large-model').evaluate((section) => section.scrollIntoView());
  await calculator.locator('table').waitFor();
});

const lines = (within: Locator, selector: string): Promise<string[]> =>
  within
    .locator(selector)
    .evaluateAll((found) =>
      found.map((each) => (each.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
    );
const bytes = async (within: Locator): Promise<string[]> =>
  within.locator('tbody td:last-child').allInnerTexts();
const headline = (): Promise<string> => calculator.locator('.headline').innerText();

test.describe('example 7', () => {
  test('says 280 GB, the 70 GB people quote, and the honest 71.09 GB', async () => {
    expect(await headline()).toBe('70,000,000,000 weights take 71.09 GB');
    expect(await lines(calculator, '.quoted')).toEqual([
      'Usually quoted is 70 GB: the codes alone. Each of the 273,437,500 groups also keeps a scale of 4 bytes: 1.09 GB more, 71.09 GB in all.',
    ]);
    expect(await bytes(calculator)).toEqual([
      '280,000,000,000',
      '140,000,000,000',
      '70,000,000,000',
      '1,093,750,000',
      '71,093,750,000',
    ]);
    expect(await lines(calculator, '.sizes li')).toEqual([
      'float32 280 GB',
      'float16 140 GB',
      '8 bits 71.09 GB',
    ]);
  });

  test('says what it fits into', async () => {
    expect(await lines(calculator, '.answer')).toEqual([
      '✕ does not fit: 63.09 GB too much',
      '✕ does not fit: 55.09 GB too much',
      '✕ does not fit: 47.09 GB too much',
      '✓ fits: 8.91 GB to spare',
    ]);
    await expect(calculator.locator('.memories + .hint')).toContainText(
      '1 GB is 1,000,000,000 bytes',
      { useInnerText: true },
    );
  });
});

test('shows example 6', async () => {
  const layer = page.locator('#layer groupwise-calculator');
  await page.locator('#layer').evaluate((section) => section.scrollIntoView());
  await layer.locator('table').waitFor();
  expect(await bytes(layer)).toEqual([
    '67,108,864',
    '33,554,432',
    '16,777,216',
    '262,144',
    '17,039,360',
  ]);
  expect(await lines(layer, 'tbody th')).toContain('scales of 65,536 groups');
  await expect(layer.locator('.memories')).toHaveCount(0);
});

test.describe('its controls', () => {
  test('change the figures and the attributes', async () => {
    await calculator.getByRole('radio', { name: '8B', exact: true }).check();
    await expect(calculator).toHaveAttribute('parameters', '8000000000');
    expect((await lines(calculator, '.others'))[1]).toBe('float16 fits, float32 does not');
    await calculator.getByRole('radio', { name: '4', exact: true }).check();
    await expect(calculator).toHaveAttribute('bits', '4');
    await calculator.getByLabel('Group size').selectOption('32');
    await calculator.getByLabel('Scale kept as').selectOption('float16');
    expect(await headline()).toBe('8,000,000,000 weights take 4.5 GB');
    await expect(calculator.locator('.rate')).toContainText('4.5 bits per weight', {
      useInnerText: true,
    });
    await calculator.getByLabel('Group size').selectOption('tensor');
    expect(await lines(calculator, '.quoted')).toEqual([
      'Usually quoted is 4 GB: the codes alone. There is also one scale of 2 bytes: 2 bytes more, 4 GB in all.',
    ]);
    await calculator.getByRole('button', { name: 'Reset to example' }).click();
    expect(await headline()).toBe('70,000,000,000 weights take 71.09 GB');
  });

  test('take parameters as people write them, and mark what is not a number', async () => {
    const input = calculator.getByLabel('Parameters', { exact: true });
    for (const text of ['7e9', '7B', '7 billion', '7,000,000,000', '7 000 000 000']) {
      await input.fill(text);
      expect(await headline()).toBe('7,000,000,000 weights take 7.11 GB');
      await expect(calculator.getByRole('radio', { name: '7B', exact: true })).toBeChecked();
    }
    await input.fill('7,5B');
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(calculator.locator('.problem')).toHaveText(
      /a comma stands between thousands.*Below are still the figures of 7,000,000,000\.$/s,
      { useInnerText: true },
    );
    await expect(calculator.locator('input[name=preset]:checked')).toHaveCount(0);
    expect(await headline()).toBe('7,000,000,000 weights take 7.11 GB');
    await input.fill('4096 x 14336');
    await calculator.getByLabel('Group size').selectOption('row');
    expect(await lines(calculator, 'tbody th')).toContain('scales of 4,096 groups');
    await input.fill('1000');
    await expect(calculator).toHaveAttribute('group-size', 'tensor');
  });

  test('are reached by the keyboard', async () => {
    await calculator.getByRole('radio', { name: '70B', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await headline()).toBe('405,000,000,000 weights take 411.33 GB');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await expect(calculator).toHaveAttribute('bits', '7');
  });
});

test('survives hostile attributes', async () => {
  await calculator.evaluate((element) => {
    element.setAttribute('parameters', '<b>7</b>');
    element.setAttribute('bits', '99');
    element.setAttribute('group-size', 'row');
    element.setAttribute('scale-format', '__proto__');
    element.setAttribute('memory', '1e9');
  });
  expect(await lines(calculator, '.notices li')).toHaveLength(5);
  expect(await headline()).toBe('70,000,000,000 weights take 71.09 GB');
  await calculator.evaluate((element) => {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  });
  await expect(calculator.locator('.notices')).toHaveCount(0);
});
