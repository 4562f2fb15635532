import type { Page } from 'playwright/test';
import { goTo, readCards, readGroups, stepperOf } from './stepper.ts';
import { expect, test } from './test.ts';

let page: Page;
test.beforeEach(async ({ under }) => {
  page = await under.open();
});

const one = () => stepperOf(page, 'one-scale');
const weight = (number: number) =>
  one().getByRole('textbox', { name: `Weight ${number}`, exact: true });

test.describe('weights', () => {
  test('are edited in their cells, and every number follows', async () => {
    await weight(2).fill('\u22121.6');
    const [group] = await readGroups(one());
    expect(group).toMatchObject({ absmax: '1.6', scale: '0.0125984251' });
    expect((await readCards(one())).map((card) => card.code)).toEqual(['8', '-127', '4', '-2']);
    await expect(one()).toHaveAttribute('weights', '0.1, -1.6, 0.05, -0.02');
  });

  test('are marked where they are not numbers, and nothing else changes', async () => {
    const before = await readCards(one());
    await weight(3).fill('five');
    await weight(1).focus();
    await expect(weight(3)).toHaveAttribute('aria-invalid', 'true');
    await expect(one().locator('.problem')).toHaveText('“five” is not a number', {
      useInnerText: true,
    });
    expect((await readCards(one())).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
    await expect(one()).toHaveAttribute('weights', '0.1, -0.8, 0.05, -0.02');
    await weight(3).fill('0.4');
    await expect(one().locator('.problem')).toHaveCount(0);
    expect((await readCards(one()))[2]?.code).toBe('64');
  });

  test('are added, removed, and pasted as a list', async () => {
    await one().getByRole('button', { name: 'Add a weight' }).click();
    await expect(one().locator('.card')).toHaveCount(5);
    await expect(one().locator('.note').first()).toHaveText('tail of 1', { useInnerText: true });
    await one().getByRole('button', { name: 'Remove weight 5' }).click();
    await weight(4).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '0.2; 0.3\n-0.4');
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await expect(one()).toHaveAttribute('weights', '0.1, -0.8, 0.05, 0.2, 0.3, -0.4');
  });

  test('are replaced as a whole, with a refused list left to be mended', async () => {
    await one().getByText('All weights as a list').click();
    const list = one().getByRole('textbox', { name: 'All weights' });
    await list.fill('1 2 x 4');
    await expect(list).toHaveAttribute('aria-invalid', 'true');
    await expect(one().locator('#problem-list')).toContainText('number 3: “x” is not a number', {
      useInnerText: true,
    });
    await expect(one().locator('.card')).toHaveCount(4);
    await list.fill('1 2 3 4 5');
    await expect(one().locator('.card')).toHaveCount(5);
  });

  test('are dragged along the number line', async () => {
    await goTo(one(), 1);
    const dot = one().locator('.dot[data-weight="0"] circle');
    const box = await dot.boundingBox();
    if (!box) throw new Error('the dot is not visible');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 8, { steps: 4 });
    await page.mouse.up();
    expect(Number(await weight(1).inputValue())).toBeGreaterThan(0.2);
  });
});

test.describe('settings', () => {
  test('count groups from 1 where the library refuses one', async () => {
    await one().getByLabel('Group size', { exact: true }).fill('2');
    await weight(4).fill('1e9');
    await one().getByLabel('Scale kept as').selectOption('float16');
    await expect(one().locator('.settings .problem')).toContainText(
      'the scale of group 2 is too large',
      { useInnerText: true },
    );
  });

  test('say in place what cannot be, in the library’s words', async () => {
    await one().getByLabel('Row length').fill('3');
    await expect(one().locator('#problem-row-length')).toHaveText(/3/, { useInnerText: true });
    await expect(one().locator('.card')).toHaveCount(4);
    await one().getByLabel('Group size', { exact: true }).fill('0');
    await expect(one().locator('#problem-group-size')).toContainText('whole number from 1', {
      useInnerText: true,
    });
    await one().getByRole('button', { name: 'Reset to example' }).click();
    await expect(one().locator('.problem')).toHaveCount(0);
  });

  test('each change the walk, and reset brings the example back', async () => {
    await one().locator('.segmented label', { hasText: '4' }).click();
    expect((await readCards(one())).map((card) => card.code)).toEqual(['1', '-7', '0', '0']);
    await one().getByLabel('Rounding').selectOption('truncate');
    expect((await readCards(one())).map((card) => card.code)).toEqual(['0', '-7', '0', '0']);
    await one().getByLabel('Group size', { exact: true }).fill('2');
    await expect(one().locator('.group')).toHaveCount(2);
    await one().getByLabel('Scale kept as').selectOption('float16');
    await goTo(one(), 9);
    expect((await one().locator('.prose').innerText()).replaceAll(/\s+/g, ' ')).toContain(
      '2 bytes and 4 bytes',
    );
    await one().getByRole('button', { name: 'Reset to example' }).click();
    expect((await readCards(one())).map((card) => card.code)).toEqual(['16', '-127', '8', '-3']);
  });
});

test('names the current step at every width', async () => {
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const here = one().locator('.stop.here');
    const seen: string[] = [];
    for (let step = 1; step <= 9; step += 1) {
      await goTo(one(), step);
      await expect(here).toBeVisible();
      seen.push((await here.innerText()).toLowerCase());
    }
    expect(seen.join(' ')).toBe('weights groups absmax scale divide round recover error bytes');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test.describe('the keyboard alone', () => {
  test('walks from the first step to the last and back', async () => {
    const stepper = stepperOf(page, 'saving-space');
    await goTo(stepper, 1);
    await stepper.getByRole('button', { name: 'Play' }).focus();
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowRight');
    await expect(stepper.locator('h3')).toHaveText('Bytes', { useInnerText: true });
    await expect(stepper).toHaveAttribute('step', 'bytes');
    await expect(stepper.getByRole('status')).toContainText('Step 9 of 9, Bytes.', {
      useInnerText: true,
    });
    await page.keyboard.press('ArrowLeft');
    await expect(stepper.locator('h3')).toHaveText('Error', { useInnerText: true });
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(stepper.locator('h3')).toHaveText('Recover', { useInnerText: true });
  });

  test('lights up the focused weight everywhere', async () => {
    await goTo(one(), 8);
    await weight(3).focus();
    await expect(one().locator('.card.lit')).toHaveCount(1);
    await expect(one().locator('.bar.lit')).toHaveAttribute('data-weight', '2');
    await expect(one().locator('.formula')).toContainText('0.05');
  });
});

test.describe('playing', () => {
  test('goes on by itself until it is paused', async () => {
    const stepper = stepperOf(page, 'saving-space');
    await goTo(stepper, 1);
    await stepper.getByRole('button', { name: 'Play' }).click();
    await stepper.locator('h3', { hasText: 'Groups' }).waitFor();
    await stepper.getByRole('button', { name: 'Pause' }).click();
    await expect(stepper.getByRole('button', { name: 'Play' })).toHaveCount(1);
  });
});

test.describe('pointing', () => {
  test('at a group lights up all that belongs to it', async () => {
    const stepper = stepperOf(page, 'groups');
    await stepper.getByRole('button', { name: 'Group 2' }).hover();
    const lit = stepper.locator('.dot.lit');
    const numbers = await lit.evaluateAll((dots) =>
      dots.map((dot) => dot.getAttribute('data-weight')),
    );
    expect(numbers).toEqual(['4', '5', '6', '7']);
    await expect(stepper.locator('.card.lit')).toHaveCount(4);
  });

  test('at a code’s dot puts its numbers into the formula', async () => {
    const stepper = stepperOf(page, 'groups');
    await stepper.locator('.dot[data-weight="6"]').hover();
    await expect(stepper.locator('.card.lit')).toHaveAttribute('data-weight', '6');
    await expect(stepper.locator('.formula')).toContainText('95.25');
  });
});
