import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { PageUnderTest } from './page.ts';

let under: PageUnderTest;
beforeAll(async () => {
  under = await PageUnderTest.start();
});
afterEach(() => expect(under.failures).toEqual([]));
afterAll(() => under?.stop());

it('writes a comparison and a calculation to the URL, and reads them back exactly', async () => {
  const page = await under.open();
  await page.locator('#side-by-side').evaluate((section) => section.scrollIntoView());
  const compare = page.locator('#side-by-side groupwise-compare');
  await compare.getByText('All weights as a list').click();
  await compare.getByRole('textbox', { name: 'All weights' }).fill('-0, 1e-45, 3.4028235e38, 0.1');
  await compare.locator('fieldset').nth(0).getByRole('radio', { name: '3' }).check();
  await page.locator('#large-model').evaluate((section) => section.scrollIntoView());
  const calculator = page.locator('#large-model groupwise-calculator');
  await calculator.getByLabel('Parameters', { exact: true }).fill('8.03B');
  await calculator.getByLabel('Group size').selectOption('tensor');
  await page.waitForFunction(() => location.hash.includes('group-size=tensor'));
  const hash = await page.evaluate(() => location.hash);
  expect(hash).toContain('compare.weights=-0,1e-45,3.4028235e%2B38,0.1');
  await page.close();

  const other = await under.open(hash);
  await other.locator('#side-by-side').evaluate((section) => section.scrollIntoView());
  const copy = other.locator('#side-by-side groupwise-compare');
  await copy.locator('.row').first().waitFor();
  expect(await copy.getAttribute('weights')).toBe('-0, 1e-45, 3.4028235e+38, 0.1');
  expect(await copy.getAttribute('a-bits')).toBe('3');
  await other.locator('#large-model').evaluate((section) => section.scrollIntoView());
  expect(await other.locator('#large-model groupwise-calculator .headline').innerText()).toBe(
    '8,030,000,000 weights take 8.03 GB',
  );
  await copy.getByRole('button', { name: 'Reset to example' }).click();
  expect(await copy.locator('.row').count()).toBe(8);
  await other.close();
});

it('reports what a URL says wrongly about them, and shows the examples', async () => {
  const page = await under.open(
    '#compare.a-bits=99&compare.weights=1,x&model-size.parameters=%3Cb%3E&model-size.nonsense=1',
  );
  await page.locator('#large-model').evaluate((section) => section.scrollIntoView());
  expect(await page.locator('.notice li').count()).toBe(4);
  expect(await page.locator('#large-model groupwise-calculator .headline').innerText()).toBe(
    '70,000,000,000 weights take 71.09 GB',
  );
  await page.close();
});
