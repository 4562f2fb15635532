import type { Page } from 'playwright/test';
import { goTo, readCards, stepperOf } from './stepper.ts';
import { expect, test } from './test.ts';

let page: Page;
test.beforeEach(async ({ under }) => {
  page = await under.open();
});

const one = () => stepperOf(page, 'one-scale');
const weight = (number: number) =>
  one().getByRole('textbox', { name: `Weight ${number}`, exact: true });

test.describe('the URL', () => {
  test('brings every setting and the step back, bit for bit', async ({ under }) => {
    await weight(1).fill('-0');
    await weight(4).fill('1.1754944e-38');
    await one().locator('.segmented label', { hasText: '5' }).click();
    await goTo(one(), 8);
    await page.waitForFunction(() => location.hash.includes('step=error'));
    const hash = new URL(page.url()).hash;
    const other = await under.open(hash);
    const copy = stepperOf(other, 'one-scale');
    await copy.locator('h3', { hasText: 'Error' }).waitFor();
    await expect(copy).toHaveAttribute('weights', '-0, -0.8, 0.05, 1.1754944e-38');
    await expect(copy).toHaveAttribute('bits', '5');
    await copy.getByRole('button', { name: 'Reset to example' }).click();
    expect((await readCards(copy)).map((card) => card.code)).toEqual(['16', '-127', '8', '-3']);
  });

  test('falls back to the example where it is wrong, and says so', async ({ under }) => {
    const hash =
      '#one-scale.bits=99&one-scale.weights=1,<b>x</b>&nobody.bits=4&one-scale.rounding=half-even';
    const other = await under.open(hash);
    const notice = other.locator('.notice');
    await notice.waitFor();
    const text = await notice.innerText();
    expect(text).toContain('“99” is not a whole number from 2 to 8');
    expect(text).toContain('“<b>x</b>” is not a number');
    expect(text).toContain('“nobody” is not known');
    const copy = stepperOf(other, 'one-scale');
    await expect(copy).toHaveAttribute('rounding', 'half-even');
    await expect(copy.locator('.card')).toHaveCount(4);
  });
});

test.describe('attributes', () => {
  test('are read again when they change, and wrong ones leave the rest usable', async () => {
    await one().evaluate((element) => {
      element.setAttribute('bits', 'many');
      element.setAttribute('weights', '3, 4');
    });
    await expect(one().locator('.notices')).toHaveText(
      'bits: “many” is not a whole number from 2 to 8. The default is used.',
      { useInnerText: true },
    );
    expect((await readCards(one())).map((card) => card.code)).toEqual(['95', '127']);
    await one().evaluate((element) => element.removeAttribute('bits'));
    await expect(one().locator('.notices')).toHaveCount(0);
  });
});
