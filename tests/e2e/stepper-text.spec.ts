import type { Locator, Page } from 'playwright/test';
import { readCards } from './stepper.ts';
import { expect, type PageUnderTest, test } from './test.ts';

let under: PageUnderTest;
let page: Page;
test.beforeAll(async ({ start }) => {
  under = await start();
  page = await under.open();
});
test.afterEach(() => expect(under.failures).toEqual([]));
test.afterAll(() => under.stop());
test.beforeEach(() => page.evaluate(() => document.querySelector('#own')?.remove()));

const own = (): Locator => page.locator('#own');

/** An element as a host page's script or framework would put it there. */
async function add(attributes: Record<string, string>, text: string): Promise<void> {
  await page.evaluate(
    ([given, content]) => {
      const element = document.createElement('groupwise-stepper');
      element.id = 'own';
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      element.textContent = content;
      document.body.append(element);
    },
    [attributes, text] as const,
  );
  await own().locator('.card').first().waitFor();
}

const weights = async (): Promise<string[]> => (await readCards(own())).map((card) => card.weight);
const setText = (text: string): Promise<void> =>
  own().evaluate((element, content) => {
    element.textContent = content;
  }, text);

test.describe('weights between the tags', () => {
  test('are walked, and shown once', async () => {
    await add({ 'group-size': '4' }, '\n  0.1, -0.8, 0.05\n');
    expect(await weights()).toEqual(['0.1', '-0.8', '0.05']);
    expect(await own().evaluate((element) => (element as HTMLElement).innerText)).not.toContain(
      '0.1, -0.8',
    );
  });

  test('give way to the attribute', async () => {
    await add({ weights: '3, 4' }, '0.1, -0.8, 0.05');
    expect(await weights()).toEqual(['3', '4']);
    await own().evaluate((element) => element.removeAttribute('weights'));
    expect(await weights()).toEqual(['0.1', '-0.8', '0.05']);
  });

  test('are read again when they change, also after somebody edited them', async () => {
    await add({}, '1, 2');
    await setText('1, 2, 3');
    expect(await weights()).toEqual(['1', '2', '3']);
    await own().getByRole('textbox', { name: 'Weight 1', exact: true }).fill('5');
    await expect(own()).toHaveAttribute('weights', '5, 2, 3');
    await own().getByRole('button', { name: 'Reset to example' }).click();
    expect(await weights()).toEqual(['1', '2', '3']);
    await setText('7');
    expect(await weights()).toEqual(['7']);
  });

  test('are never markup', async () => {
    await add({}, '1, <img src=x onerror=alert(1)>');
    const notices = own().locator('.notices');
    await expect(notices).toHaveText(
      'weights: weight 2: “<img” is not a number. The default is used.',
      { useInnerText: true },
    );
    await expect(own().locator('img')).toHaveCount(0);
  });
});

test.describe('too much, or something else', () => {
  test('100,000 weights: the first are walked, and the limit is said', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => String(index % 7)).join(' ');
    await add({ weights: many }, '');
    await expect(own().locator('.notices')).toHaveText(
      '100,000 weights were given; the first 256 are walked.',
      { useInnerText: true },
    );
    await expect(own().locator('.card')).toHaveCount(256);
  });

  test('leaves the rest of the attributes in use', async () => {
    await add({ bits: '40', rounding: 'up', step: 'jump', 'group-size': '2' }, '1 2 3');
    expect(await own().locator('.notices li').allInnerTexts()).toEqual([
      'bits: “40” is not a whole number from 2 to 8. The default is used.',
      'rounding: “up” is not one of half-away, half-even, truncate. The default is used.',
      'step “jump” is not known',
    ]);
    await expect(own().locator('.group')).toHaveCount(2);
    await own().getByRole('button', { name: 'Next' }).click();
    await expect(own().locator('h3')).toHaveText('Groups', { useInnerText: true });
  });
});
