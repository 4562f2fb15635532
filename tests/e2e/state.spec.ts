import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { goTo, PageUnderTest, readCards, stepperOf } from './page.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let under: PageUnderTest;
let page: Page;
beforeAll(async () => {
  under = await PageUnderTest.start();
});
beforeEach(async () => {
  page = await under.open();
});
afterEach(async () => {
  await page.close();
  expect(under.failures).toEqual([]);
});
afterAll(() => under?.stop());

const one = () => stepperOf(page, 'one-scale');
const weight = (number: number) =>
  one().getByRole('textbox', { name: `Weight ${number}`, exact: true });

describe('the URL', () => {
  it('brings every setting and the step back, bit for bit', async () => {
    await weight(1).fill('-0');
    await weight(4).fill('1.1754944e-38');
    await one().locator('.segmented label', { hasText: '5' }).click();
    await goTo(one(), 8);
    await page.waitForFunction(() => location.hash.includes('step=error'));
    const hash = new URL(page.url()).hash;
    const other = await under.open(hash);
    const copy = stepperOf(other, 'one-scale');
    await copy.locator('h3', { hasText: 'Error' }).waitFor();
    expect(await copy.getAttribute('weights')).toBe('-0, -0.8, 0.05, 1.1754944e-38');
    expect(await copy.getAttribute('bits')).toBe('5');
    await copy.getByRole('button', { name: 'Reset to example' }).click();
    expect((await readCards(copy)).map((card) => card.code)).toEqual(['16', '-127', '8', '-3']);
    await other.close();
  });

  it('falls back to the example where it is wrong, and says so', async () => {
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
    expect(await copy.getAttribute('rounding')).toBe('half-even');
    expect(await copy.locator('.card').count()).toBe(4);
    await other.close();
  });
});

describe('attributes', () => {
  it('are read again when they change, and wrong ones leave the rest usable', async () => {
    await one().evaluate((element) => {
      element.setAttribute('bits', 'many');
      element.setAttribute('weights', '3, 4');
    });
    expect(await one().locator('.notices').innerText()).toBe(
      'bits: “many” is not a whole number from 2 to 8. The default is used.',
    );
    expect((await readCards(one())).map((card) => card.code)).toEqual(['95', '127']);
    await one().evaluate((element) => element.removeAttribute('bits'));
    expect(await one().locator('.notices').count()).toBe(0);
  });
});
