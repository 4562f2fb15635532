import { expect, test } from './test.ts';

test('writes a comparison and a calculation to the URL, and reads them back exactly', async ({
  under,
}) => {
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
  await expect(copy).toHaveAttribute('weights', '-0, 1e-45, 3.4028235e+38, 0.1');
  await expect(copy).toHaveAttribute('a-bits', '3');
  await other.locator('#large-model').evaluate((section) => section.scrollIntoView());
  await expect(other.locator('#large-model groupwise-calculator .headline')).toHaveText(
    '8,030,000,000 weights take 8.03 GB',
    { useInnerText: true },
  );
  await copy.getByRole('button', { name: 'Reset to example' }).click();
  await expect(copy.locator('.row')).toHaveCount(8);
});

test('reports what a URL says wrongly about them, and shows the examples', async ({ under }) => {
  const page = await under.open(
    '#compare.a-bits=99&compare.weights=1,x&model-size.parameters=%3Cb%3E&model-size.nonsense=1',
  );
  await page.locator('#large-model').evaluate((section) => section.scrollIntoView());
  await expect(page.locator('.notice li')).toHaveCount(4);
  await expect(page.locator('#large-model groupwise-calculator .headline')).toHaveText(
    '70,000,000,000 weights take 71.09 GB',
    { useInnerText: true },
  );
});
