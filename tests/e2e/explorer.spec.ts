import { createQuantizer, type QuantizeOptions, type Quantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { generate } from '../../web/elements/tensors/generate.ts';
import type { GeneratedSpec } from '../../web/elements/tensors/spec.ts';
import { formatDecibels, formatFloat32 } from '../../web/elements/text/format.ts';
import { readCards } from './stepper.ts';
import { expect, type PageUnderTest, test } from './test.ts';

const SPEC: GeneratedSpec = { distribution: 'outliers', rows: 64, columns: 64, seed: 5 };
const STATE = '#explorer.size=64x64&explorer.seed=5';

let quantizer: Quantizer;
let page: Page;
test.beforeAll(async () => {
  quantizer = await createQuantizer({ variant: 'simd' });
});
test.beforeEach(async ({ under }) => {
  page = await open(under, STATE);
});

async function open(under: PageUnderTest, hash: string, width = 1280): Promise<Page> {
  const opened = await under.open(hash, { viewport: { width, height: 900 } });
  await opened.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await opened.locator('groupwise-explorer .readout').waitFor();
  return opened;
}

const explorer = () => page.locator('groupwise-explorer');
const maps = () => explorer().getByRole('application', { name: 'Heat maps' });
const cell = (name: string) =>
  explorer().locator('.readout div', { hasText: name }).locator('dd').first().innerText();

async function weightsOf(spec: Partial<GeneratedSpec> = {}): Promise<Float32Array> {
  return generate({ ...SPEC, ...spec }, new AbortController().signal, () => {});
}

/** The figure that the library gives. */
async function decibels(options: QuantizeOptions, spec: Partial<GeneratedSpec> = {}) {
  const weights = await weightsOf(spec);
  const rowLength = spec.columns ?? SPEC.columns;
  const q = quantizer.quantize(weights, { groupSize: 32, rowLength, ...options });
  return formatDecibels(quantizer.measure(weights, q).sqnrDb);
}

async function shows(text: string): Promise<void> {
  await explorer().locator('.figures dd', { hasText: text }).first().waitFor();
}

test.describe('each control', () => {
  test('gives what the library gives', async () => {
    await shows(await decibels({}));
    await explorer().locator('.segmented label', { hasText: '4' }).click();
    await shows(await decibels({ bits: 4 }));
    await explorer().getByLabel('Rounding').selectOption('truncate');
    await shows(await decibels({ bits: 4, rounding: 'truncate' }));
    await explorer().getByLabel('Scale kept as').selectOption('float16');
    await shows(await decibels({ bits: 4, rounding: 'truncate', scale: 'float16' }));
    await explorer().getByLabel('Group size', { exact: true }).fill('48');
    const settings = { bits: 4, rounding: 'truncate', scale: 'float16', groupSize: 48 } as const;
    await shows(await decibels(settings));
    await explorer().getByLabel('Unit of the group size').selectOption('tensor');
    await shows(await decibels({ ...settings, groupSize: 'tensor' }));
    await expect(explorer()).toHaveAttribute('group-size', 'tensor');
  });

  test('of the source makes other weights', async () => {
    await explorer().getByLabel('Weights', { exact: true }).selectOption('gaussian');
    await shows(await decibels({}, { distribution: 'gaussian' }));
    await explorer().getByLabel('Seed').fill('77');
    await explorer().getByLabel('Seed').press('Enter');
    await shows(await decibels({}, { distribution: 'gaussian', seed: 77 }));
    await explorer().getByRole('button', { name: 'Another' }).click();
    await shows(await decibels({}, { distribution: 'gaussian', seed: 78 }));
    await explorer().getByLabel('Rows × columns').selectOption('256x256');
    await shows(
      await decibels({}, { distribution: 'gaussian', seed: 78, rows: 256, columns: 256 }),
    );
    await page.waitForFunction(() => location.hash.includes('explorer.source=gaussian'));
    await expect(explorer()).toHaveAttribute('seed', '78');
  });

  test('keeps what was there where it is refused', async () => {
    const before = await decibels({});
    await shows(before);
    await explorer().getByLabel('Seed').fill('many');
    await explorer().getByLabel('Seed').press('Enter');
    await expect(explorer().locator('#problem-seed')).toContainText('“many”', {
      useInnerText: true,
    });
    await explorer().getByLabel('Group size', { exact: true }).fill('0');
    await expect(explorer().locator('#problem-group-size')).toContainText('from 1', {
      useInnerText: true,
    });
    await shows(before);
    await expect(explorer()).toHaveAttribute('seed', '5');
  });
});

test.describe('the maps', () => {
  test('lead by keyboard to a weight, with its numbers as the library has them', async () => {
    await maps().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp');
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('+');
    await explorer().locator('.readout dd', { hasText: '30, 1' }).waitFor();
    const weights = await weightsOf();
    const index = 29 * 64;
    const q = quantizer.quantize(weights, { groupSize: 32, rowLength: 64 });
    expect(await cell('weight')).toBe(formatFloat32(weights[index] ?? 0));
    expect(await cell('code')).toBe(String(q.codes[index]));
    expect(await cell('recovered')).toBe(formatFloat32(quantizer.dequantize(q)[index] ?? 0));
    expect(await cell('group')).toBe('59');
    expect(await cell('scale')).toBe(formatFloat32(q.scales[58] ?? 0));
    const { groups } = quantizer.trace(weights.slice(index, index + 32), { groupSize: 32 });
    const [group] = groups;
    const error = (await cell('recovered − weight')).replace(/^[+-]/, '');
    expect(error).toBe(formatFloat32(group?.errors[0] ?? 0));
    await page.keyboard.press('0');
    await expect(explorer().getByRole('button', { name: 'Show all' })).toBeDisabled();
  });

  test('zoom by wheel, by buttons and by pinch, and move by dragging', async () => {
    const map = explorer().locator('canvas[data-layer=weights]');
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not visible');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -300);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => location.hash.includes('explorer.view='));
    const zoomed = (await explorer().getAttribute('view'))?.split(' ').map(Number) ?? [];
    expect(zoomed[2]).toBeLessThan(40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 60, box.y + box.height / 2 - 30, { steps: 3 });
    await page.mouse.up();
    await page.waitForTimeout(400);
    const moved = (await explorer().getAttribute('view'))?.split(' ').map(Number) ?? [];
    expect(moved[0]).toBeGreaterThan(zoomed[0] ?? 0);
    expect(moved[1]).toBeGreaterThan(zoomed[1] ?? 0);
    expect(moved[2]).toBe(zoomed[2]);
    await explorer().getByRole('button', { name: 'Zoom in' }).click();
    await explorer().getByRole('button', { name: 'Zoom out' }).click();
    await page.waitForTimeout(400);
    expect(Number((await explorer().getAttribute('view'))?.split(' ')[2])).toBeCloseTo(
      moved[2] ?? 0,
      1,
    );
    await explorer().getByRole('button', { name: 'Show all' }).click();
    await page.waitForFunction(() => !location.hash.includes('explorer.view='));
    await expect(page.locator('.sent')).toBeHidden();
  });

  test('leave the wheel to the page until they have the focus', async () => {
    const box = await explorer().locator('canvas[data-layer=error]').boundingBox();
    if (!box) throw new Error('the map is not visible');
    await page.mouse.move(box.x + 50, box.y + 50);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, -120);
    await page.waitForFunction((y) => scrollY < y, before);
    expect(await explorer().getAttribute('view')).toBeNull();
  });

  test('send the group of a clicked weight to the stepper', async () => {
    const map = explorer().locator('canvas[data-layer=recovered]');
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not visible');
    await map.click({ position: { x: 0.75 * box.width, y: 0.5 * box.height + 1 } });
    const stepper = page.locator('groupwise-stepper[data-sent]');
    await stepper.locator('.card').first().waitFor();
    const weights = await weightsOf();
    const q = quantizer.quantize(weights, { groupSize: 32, rowLength: 64 });
    const start = 32 * 64 + 32;
    const cards = await readCards(stepper);
    expect(cards.map(({ code }) => Number(code))).toEqual(
      Array.from(q.codes.slice(start, start + 32)),
    );
    await expect(page.locator('.sent > h3')).toContainText('Group 66 of', { useInnerText: true });
  });

  test('send the part of a long group that the weight is in, with the whole group’s scale', async () => {
    await explorer().getByLabel('Unit of the group size').selectOption('tensor');
    await shows(await decibels({ groupSize: 'tensor' }));
    await maps().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const stepper = page.locator('groupwise-stepper[data-sent]');
    await stepper.locator('.card').first().waitFor();
    const q = quantizer.quantize(await weightsOf(), { groupSize: 'tensor' });
    const start = 8 * 256;
    expect((await readCards(stepper)).map(({ code }) => Number(code))).toEqual(
      Array.from(q.codes.slice(start, start + 256)),
    );
  });

  test('are one at a time where there is little room', async ({ under }) => {
    const narrow = await open(under, STATE, 360);
    const small = narrow.locator('groupwise-explorer');
    await expect(small.locator('canvas[data-layer]')).toHaveCount(1);
    await small.locator('label', { hasText: 'Error' }).click();
    await expect(small.locator('canvas[data-layer=error]')).toHaveCount(1);
    await expect(small).toHaveAttribute('layer', 'error');
    await small.locator('label', { hasText: 'the largest' }).click();
    await expect(small).toHaveAttribute('range', 'all');
    const summary = formatFloat32((await weightsOf()).reduce((most, w) => Math.max(most, w), 0));
    await expect(small.locator('.charts figcaption').first()).toContainText(summary, {
      useInnerText: true,
    });
  });

  test('are zoomed by pinch, and a second tap sends a group', async ({ under }) => {
    const options = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const phone = await under.open(STATE, options);
    const small = phone.locator('groupwise-explorer');
    await small.scrollIntoViewIfNeeded();
    const map = small.locator('canvas[data-layer]');
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    if (!box) throw new Error('the map is not visible');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const session = await phone.context().newCDPSession(phone);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number | null) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: apart === null ? [] : [-apart, apart].map((by, id) => ({ x: x + by, y, id })),
      });
    await touch('touchStart', 20);
    for (let apart = 20; apart <= 120; apart += 20) await touch('touchMove', apart);
    await touch('touchEnd', null);
    await phone.waitForFunction(() => location.hash.includes('explorer.view='));
    expect(Number((await small.getAttribute('view'))?.split(' ')[2])).toBeLessThan(20);
    await phone.touchscreen.tap(x, y);
    await small.locator('.readout dd', { hasText: '33, 33' }).waitFor();
    await expect(phone.locator('.sent')).toBeHidden();
    await phone.touchscreen.tap(x, y);
    await phone.locator('.sent > h3', { hasText: 'Group 66 of' }).waitFor();
  });

  test('have colours on them, the same for the same state', async ({ under }) => {
    const pixels = () =>
      explorer()
        .locator('canvas[data-layer=weights]')
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    await page.waitForTimeout(500);
    const first = await pixels();
    expect(first.length).toBeGreaterThan(5_000);
    const other = await open(under, STATE);
    await page.close();
    page = other;
    await page.waitForTimeout(500);
    expect(await pixels()).toBe(first);
  });
});

test.describe('the state', () => {
  test('comes back from the URL', async ({ under }) => {
    const hash =
      '#explorer.source=gaussian&explorer.size=64x64&explorer.seed=9&explorer.group-size=16&explorer.bits=5&explorer.rounding=half-even&explorer.scale-format=float16&explorer.range=all&explorer.view=8%204%2016';
    const other = await open(under, hash);
    const copy = other.locator('groupwise-explorer');
    const expected = await decibels(
      { groupSize: 16, bits: 5, rounding: 'half-even', scale: 'float16' },
      { distribution: 'gaussian', seed: 9 },
    );
    await copy.locator('.figures dd', { hasText: expected }).first().waitFor();
    await expect(copy).toHaveAttribute('view', '8 4 16');
    await expect(copy.getByRole('button', { name: 'Show all' })).toBeEnabled();
    expect(await copy.locator('.segmented label:has(input:checked)').allInnerTexts()).toEqual([
      '5',
      'the largest',
    ]);
  });

  test('falls back where an attribute is wrong, and says so', async () => {
    await explorer().evaluate((element) => element.setAttribute('size', '9999999x9999999'));
    const notice = explorer().locator('.state .problem', { hasText: 'size' });
    await notice.waitFor();
    await explorer().locator('h3', { hasText: '1024 × 1024' }).waitFor();
    await explorer().evaluate((element) => element.setAttribute('size', '64x64'));
    await explorer().locator('h3', { hasText: '64 × 64' }).waitFor();
    await shows(await decibels({}));
    await expect(notice).toHaveCount(0);
  });

  test('may be set as properties, to numbers', async () => {
    await explorer().evaluate((element) => Object.assign(element, { bits: 4, groupSize: 16 }));
    await shows(await decibels({ bits: 4, groupSize: 16 }));
  });
});
