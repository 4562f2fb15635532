import { createQuantizer, type GroupSize, type Quantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { generate } from '../../web/elements/tensors/generate.ts';
import type { GeneratedSpec } from '../../web/elements/tensors/spec.ts';
import { formatDecibels } from '../../web/elements/text/format.ts';
import { expect, test } from './test.ts';

const SPEC: GeneratedSpec = { distribution: 'outliers', rows: 64, columns: 64, seed: 5 };
const SIZES: readonly GroupSize[] = [16, 32, 'row', 'tensor'];

let quantizer: Quantizer;
let page: Page;
let measured: { bits: number; groupSize: GroupSize; sqnr: number; perWeight: number }[];
test.beforeAll(async () => {
  quantizer = await createQuantizer({ variant: 'simd' });
  const weights = await generate(SPEC, new AbortController().signal, () => {});
  const tensor = quantizer.load(weights);
  measured = SIZES.flatMap((groupSize) =>
    [2, 3, 4, 5, 6, 7, 8].map((bits) => {
      const options = { groupSize, bits, rowLength: 64 };
      return {
        bits,
        groupSize,
        sqnr: tensor.measure(options).sqnrDb,
        perWeight: quantizer.storage({ ...options, length: weights.length }).bitsPerWeight,
      };
    }),
  );
});
test.beforeEach(async ({ under }) => {
  page = await under.open('#explorer.size=64x64&explorer.seed=5');
  await page.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await page.locator('groupwise-explorer .readout').waitFor();
  await tradeoff().scrollIntoViewIfNeeded();
  await tradeoff().getByText('28 of 28 settings measured').waitFor();
});

const tradeoff = () => page.locator('groupwise-tradeoff');
const explorer = () => page.locator('groupwise-explorer');
const verdict = () => tradeoff().locator('.verdict p').innerText();
const point = (text: string) => tradeoff().getByRole('button', { name: text });

test.describe('the survey', () => {
  test('has every setting with the figures of the library', async () => {
    await tradeoff().getByText('The measurements as a table').click();
    const cells = await tradeoff().locator('tbody td').allInnerTexts();
    expect(cells.map((text) => text.replace(/ \(.*/, ''))).toEqual(
      measured.map(({ sqnr }) => formatDecibels(sqnr)),
    );
    await expect(tradeoff().locator('.point')).toHaveCount(28);
  });

  test('begins again for another tensor', async () => {
    await tradeoff().getByText('The measurements as a table').click();
    const before = await tradeoff().locator('tbody').innerText();
    await explorer().getByLabel('Weights', { exact: true }).selectOption('gaussian');
    await tradeoff()
      .locator('h3', { hasText: /^Generated: Gaussian, 64/ })
      .waitFor();
    await tradeoff().getByText('28 of 28 settings measured').waitFor();
    expect(await tradeoff().locator('tbody').innerText()).not.toBe(before);
  });
});

test.describe('the best setting', () => {
  test('is the smallest that is accurate enough', async () => {
    const best = measured
      .filter(({ sqnr }) => sqnr >= 30)
      .reduce((a, b) => (b.perWeight < a.perWeight ? b : a));
    expect(await verdict()).toContain(`${best.bits} bits`);
    expect(await verdict()).toContain(formatDecibels(best.sqnr));
    await tradeoff().getByLabel('Smallest with an SQNR of at least, dB').fill('20');
    const less = measured
      .filter(({ sqnr }) => sqnr >= 20)
      .reduce((a, b) => (b.perWeight < a.perWeight ? b : a));
    expect(await verdict()).toContain(formatDecibels(less.sqnr));
    await expect(tradeoff()).toHaveAttribute('sqnr', '20');
    await tradeoff().getByLabel('Smallest with an SQNR of at least, dB').fill('150');
    expect(await verdict()).toBe('No setting gives at least 150 dB.');
    await expect(tradeoff().getByRole('button', { name: 'Apply it' })).toBeDisabled();
  });

  test('is the most accurate that is small enough', async () => {
    await tradeoff().getByLabel('Most accurate within, bits per weight').fill('6.1');
    await expect(tradeoff().locator('input[value=size]')).toBeChecked();
    const best = measured
      .filter(({ perWeight }) => perWeight <= 6.1)
      .reduce((a, b) => (b.sqnr > a.sqnr ? b : a));
    expect(await verdict()).toContain(formatDecibels(best.sqnr));
    await tradeoff().getByLabel('Most accurate within, bits per weight').fill('lots');
    await expect(tradeoff().locator('#problem-budget')).toContainText('“lots”', {
      useInnerText: true,
    });
    expect(await verdict()).toContain(formatDecibels(best.sqnr));
    await page.waitForFunction(() => location.hash.includes('tradeoff.goal=size'));
    await expect(tradeoff()).toHaveAttribute('budget', '6.1');
  });

  test('is applied to the explorer', async () => {
    await tradeoff().getByRole('button', { name: 'Apply it' }).click();
    const [, bits, size] = /: (\d) bits, groups of (\d+)/.exec(await verdict()) ?? [];
    expect(bits).toBeDefined();
    await page.waitForFunction(
      ([wanted, sized]) => {
        const element = document.querySelector('groupwise-explorer');
        const group = element?.getAttribute('group-size') ?? '32';
        return element?.getAttribute('bits') === wanted && group === sized;
      },
      [bits, size],
    );
    await expect(tradeoff().locator('.point.current.best')).toHaveCount(1);
  });
});

test.describe('a point', () => {
  test('is applied by a click, and marked', async () => {
    await point('4 bits, one scale a row').click();
    await tradeoff().locator('.point.current[data-key="row/4"]').waitFor();
    await expect(explorer()).toHaveAttribute('group-size', 'row');
    const wanted = measured.find(({ bits, groupSize }) => bits === 4 && groupSize === 'row');
    await explorer()
      .locator('.figures dd', { hasText: formatDecibels(wanted?.sqnr ?? 0) })
      .waitFor();
  });

  test('is reached and applied by keyboard alone', async () => {
    await tradeoff().locator('.point[tabindex="0"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await expect(tradeoff().locator('.pointed')).toHaveText(/^6 bits, groups of 16: /, {
      useInnerText: true,
    });
    await page.keyboard.press('Enter');
    await tradeoff().locator('.point.current[data-key="16/6"]').waitFor();
    await expect(explorer()).toHaveAttribute('bits', '6');
  });
});

test.describe('alone', () => {
  test('measures a generated tensor of its own', async () => {
    await page.evaluate(() => {
      const alone = document.createElement('groupwise-tradeoff');
      alone.id = 'alone';
      for (const [name, text] of Object.entries({ size: '64x64', seed: '5', bits: '4' })) {
        alone.setAttribute(name, text);
      }
      alone.addEventListener('groupwise-apply', (event) => {
        document.title = JSON.stringify((event as CustomEvent).detail.attributes);
      });
      document.querySelector('main')?.append(alone);
    });
    const alone = page.locator('#alone');
    await alone.scrollIntoViewIfNeeded();
    await alone.getByText('28 of 28 settings measured').waitFor();
    await expect(alone.locator('.point.current')).toHaveAttribute('data-key', '32/4');
    await alone.getByRole('button', { name: '5 bits, one scale for all' }).click();
    expect(await page.title()).toBe('{"group-size":"tensor","bits":"5"}');
    await expect(alone).toHaveAttribute('bits', '5');
    await expect(alone.locator('.point.current')).toHaveAttribute('data-key', 'tensor/5');
    expect(await explorer().getAttribute('bits')).not.toBe('5');
    const measurements = await alone.locator('tbody').textContent();
    await explorer().getByLabel('Weights', { exact: true }).selectOption('gaussian');
    await tradeoff()
      .first()
      .locator('h3', { hasText: /^Generated: Gaussian, 64/ })
      .waitFor();
    await expect(alone.locator('h3')).toContainText('outlier', { useInnerText: true });
    expect(await alone.locator('tbody').textContent()).toBe(measurements);
    await alone.evaluate((element) => element.setAttribute('rounding', 'truncate'));
    await page.waitForFunction(
      (text) =>
        document.querySelector('#alone')?.shadowRoot?.querySelector('tbody')?.textContent !== text,
      measurements,
    );
  });
});
