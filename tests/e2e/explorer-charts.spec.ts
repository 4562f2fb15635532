import type { Page } from 'playwright/test';
import { expect, type PageUnderTest, test } from './test.ts';

let under: PageUnderTest;
let page: Page;
test.beforeAll(async ({ start }) => {
  under = await start();
  page = await under.open('#tensor&explorer.size=64x64');
  await explorer().locator('.charts svg').nth(1).waitFor();
});
test.afterEach(() => expect(under.failures).toEqual([]));
test.afterAll(() => under.stop());

const explorer = () => page.locator('groupwise-explorer');

/** The rows of a chart's table, as numbers. */
async function bars(of: string): Promise<number[][]> {
  const table = explorer().getByRole('group', { name: `Bars of the ${of}` });
  await explorer().getByText(`The bars as a table: ${of}`).click();
  const rows = await table.locator('tbody tr').allInnerTexts();
  return rows.map((row) => row.split(/\s+/).map((text) => Number(text.replaceAll(',', ''))));
}

const counted = (rows: number[][]): number => rows.reduce((sum, [, , count = 0]) => sum + count, 0);

test('each histogram is a table too, which counts every weight and every group', async () => {
  await explorer().getByText('the largest', { exact: true }).click();
  const weights = await bars('weights');
  expect(counted(weights)).toBe(64 * 64);
  const scales = await bars('scales');
  expect(counted(scales)).toBe((64 * 64) / 32);
  for (const [from = 0, to = 0] of [...weights, ...scales]) expect(to).toBeGreaterThan(from);
});

test('the weights outside the picture are not in the table, and that is said', async () => {
  await explorer().getByText('typical weights', { exact: true }).click();
  const caption = await explorer().locator('.charts figcaption').first().innerText();
  const outside = Number(/ ([\d,]+) weights beyond/.exec(caption)?.[1]?.replaceAll(',', ''));
  const rows = await explorer()
    .getByRole('group', { name: 'Bars of the weights' })
    .locator('td:last-child')
    .allInnerTexts();
  const inside = rows.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
  expect(inside + outside).toBe(64 * 64);
});

test('says of generated weights that they are generated', async () => {
  await expect(explorer().locator('h3')).toHaveText(/^Generated: Gaussian/, { useInnerText: true });
});

test('takes the shape of the layer that the section before it is about', async () => {
  await page.getByRole('button', { name: 'Generate a matrix of this shape' }).click();
  await explorer().locator('h3', { hasText: '4096 × 4096' }).waitFor({ timeout: 50_000 });
  const groups = explorer().locator('.figures div', { hasText: 'groups' }).locator('dd');
  await expect(groups.first()).toHaveText('65,536', { useInnerText: true });
  await expect.poll(() => page.url()).toContain('explorer.size=4096x4096');
});

test('takes the shape that was typed there, or says why not', async () => {
  const layer = page.locator('groupwise-calculator[data-state=layer-size]');
  const count = layer.getByLabel('Parameters').first();
  const generate = page.getByRole('button', { name: 'Generate a matrix of this shape' });
  await count.fill('70 billion');
  await generate.click();
  const note = page.locator('[data-explore-note]');
  await expect(note).toContainText('It cannot be generated', { useInnerText: true });
  await count.fill('128 x 96');
  await generate.click();
  await explorer().locator('h3', { hasText: '128 × 96' }).waitFor();
  await expect(note).toHaveText('', { useInnerText: true });
});
