import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { goTo, PageUnderTest, readCards, readGroups, stepperOf } from './page.ts';

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

describe('weights', () => {
  it('are edited in their cells, and every number follows', async () => {
    await weight(2).fill('\u22121.6');
    const [group] = await readGroups(one());
    expect(group).toMatchObject({ absmax: '1.6', scale: '0.0125984251' });
    expect((await readCards(one())).map((card) => card.code)).toEqual(['8', '-127', '4', '-2']);
    expect(await one().getAttribute('weights')).toBe('0.1, -1.6, 0.05, -0.02');
  });

  it('are marked where they are not numbers, and nothing else changes', async () => {
    const before = await readCards(one());
    await weight(3).fill('five');
    await weight(1).focus();
    expect(await weight(3).getAttribute('aria-invalid')).toBe('true');
    expect(await one().locator('.problem').innerText()).toBe('“five” is not a number');
    expect((await readCards(one())).map(({ code }) => code)).toEqual(
      before.map(({ code }) => code),
    );
    expect(await one().getAttribute('weights')).toBe('0.1, -0.8, 0.05, -0.02');
    await weight(3).fill('0.4');
    expect(await one().locator('.problem').count()).toBe(0);
    expect((await readCards(one()))[2]?.code).toBe('64');
  });

  it('are added, removed, and pasted as a list', async () => {
    await one().getByRole('button', { name: 'Add a weight' }).click();
    expect(await one().locator('.card').count()).toBe(5);
    expect(await one().locator('.note').first().innerText()).toBe('tail of 1');
    await one().getByRole('button', { name: 'Remove weight 5' }).click();
    await weight(4).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '0.2; 0.3\n-0.4');
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    expect(await one().getAttribute('weights')).toBe('0.1, -0.8, 0.05, 0.2, 0.3, -0.4');
  });

  it('are replaced as a whole, with a refused list left to be mended', async () => {
    await one().getByText('All weights as a list').click();
    const list = one().getByRole('textbox', { name: 'All weights' });
    await list.fill('1 2 x 4');
    expect(await list.getAttribute('aria-invalid')).toBe('true');
    expect(await one().locator('#problem-list').innerText()).toContain(
      'number 3: “x” is not a number',
    );
    expect(await one().locator('.card').count()).toBe(4);
    await list.fill('1 2 3 4 5');
    expect(await one().locator('.card').count()).toBe(5);
  });

  it('are dragged along the number line', async () => {
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

describe('settings', () => {
  it('count groups from 1 where the library refuses one', async () => {
    await one().getByLabel('Group size', { exact: true }).fill('2');
    await weight(4).fill('1e9');
    await one().getByLabel('Scale kept as').selectOption('float16');
    expect(await one().locator('.settings .problem').innerText()).toContain(
      'the scale of group 2 is too large',
    );
  });

  it('say in place what cannot be, in the library’s words', async () => {
    await one().getByLabel('Row length').fill('3');
    expect(await one().locator('#problem-row-length').innerText()).toMatch(/3/);
    expect(await one().locator('.card').count()).toBe(4);
    await one().getByLabel('Group size', { exact: true }).fill('0');
    expect(await one().locator('#problem-group-size').innerText()).toContain('whole number from 1');
    await one().getByRole('button', { name: 'Reset to example' }).click();
    expect(await one().locator('.problem').count()).toBe(0);
  });

  it('each change the walk, and reset brings the example back', async () => {
    await one().locator('.segmented label', { hasText: '4' }).click();
    expect((await readCards(one())).map((card) => card.code)).toEqual(['1', '-7', '0', '0']);
    await one().getByLabel('Rounding').selectOption('truncate');
    expect((await readCards(one())).map((card) => card.code)).toEqual(['0', '-7', '0', '0']);
    await one().getByLabel('Group size', { exact: true }).fill('2');
    expect(await one().locator('.group').count()).toBe(2);
    await one().getByLabel('Scale kept as').selectOption('float16');
    await goTo(one(), 9);
    expect((await one().locator('.prose').innerText()).replaceAll(/\s+/g, ' ')).toContain(
      '2 bytes and 4 bytes',
    );
    await one().getByRole('button', { name: 'Reset to example' }).click();
    expect((await readCards(one())).map((card) => card.code)).toEqual(['16', '-127', '8', '-3']);
  });
});

it('names the current step at every width', async () => {
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const here = one().locator('.stop.here');
    const seen: string[] = [];
    for (let step = 1; step <= 9; step += 1) {
      await goTo(one(), step);
      expect(await here.isVisible()).toBe(true);
      seen.push((await here.innerText()).toLowerCase());
    }
    expect(seen.join(' ')).toBe('weights groups absmax scale divide round recover error bytes');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

describe('the keyboard alone', () => {
  it('walks from the first step to the last and back', async () => {
    const stepper = stepperOf(page, 'saving-space');
    await goTo(stepper, 1);
    await stepper.getByRole('button', { name: 'Play' }).focus();
    for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowRight');
    expect(await stepper.locator('h3').innerText()).toBe('Bytes');
    expect(await stepper.getAttribute('step')).toBe('bytes');
    expect(await stepper.getByRole('status').innerText()).toContain('Step 9 of 9, Bytes.');
    await page.keyboard.press('ArrowLeft');
    expect(await stepper.locator('h3').innerText()).toBe('Error');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await stepper.locator('h3').innerText()).toBe('Recover');
  });

  it('lights up the focused weight everywhere', async () => {
    await goTo(one(), 8);
    await weight(3).focus();
    expect(await one().locator('.card.lit').count()).toBe(1);
    expect(await one().locator('.bar.lit').getAttribute('data-weight')).toBe('2');
    expect(await one().locator('.formula').textContent()).toContain('0.05');
  });
});

describe('playing', () => {
  it('goes on by itself until it is paused', async () => {
    const stepper = stepperOf(page, 'saving-space');
    await goTo(stepper, 1);
    await stepper.getByRole('button', { name: 'Play' }).click();
    await stepper.locator('h3', { hasText: 'Groups' }).waitFor();
    await stepper.getByRole('button', { name: 'Pause' }).click();
    expect(await stepper.getByRole('button', { name: 'Play' }).count()).toBe(1);
  });
});

describe('pointing', () => {
  it('at a group lights up all that belongs to it', async () => {
    const stepper = stepperOf(page, 'groups');
    await stepper.getByRole('button', { name: 'Group 2' }).hover();
    const lit = stepper.locator('.dot.lit');
    const numbers = await lit.evaluateAll((dots) =>
      dots.map((dot) => dot.getAttribute('data-weight')),
    );
    expect(numbers).toEqual(['4', '5', '6', '7']);
    expect(await stepper.locator('.card.lit').count()).toBe(4);
  });

  it('at a code’s dot puts its numbers into the formula', async () => {
    const stepper = stepperOf(page, 'groups');
    await stepper.locator('.dot[data-weight="6"]').hover();
    expect(await stepper.locator('.card.lit').getAttribute('data-weight')).toBe('6');
    expect(await stepper.locator('.formula').textContent()).toContain('95.25');
  });
});
