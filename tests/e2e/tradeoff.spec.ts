import { createQuantizer, type GroupSize, type Quantizer } from 'groupwise';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { generate } from '../../web/elements/tensors/generate.ts';
import type { GeneratedSpec } from '../../web/elements/tensors/spec.ts';
import { formatDecibels } from '../../web/elements/text/format.ts';
import { PageUnderTest } from './page.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SPEC: GeneratedSpec = { distribution: 'outliers', rows: 64, columns: 64, seed: 5 };
const SIZES: readonly GroupSize[] = [16, 32, 'row', 'tensor'];

let under: PageUnderTest;
let quantizer: Quantizer;
let page: Page;
let measured: { bits: number; groupSize: GroupSize; sqnr: number; perWeight: number }[];
beforeAll(async () => {
  quantizer = await createQuantizer({ variant: 'simd' });
  under = await PageUnderTest.start();
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
beforeEach(async () => {
  page = await under.open('#explorer.size=64x64&explorer.seed=5');
  await page.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await page.locator('groupwise-explorer .readout').waitFor();
  await tradeoff().scrollIntoViewIfNeeded();
  await tradeoff().getByText('28 of 28 settings measured').waitFor();
});
afterEach(async () => {
  await page.close();
  expect(under.failures).toEqual([]);
});
afterAll(() => under?.stop());

const tradeoff = () => page.locator('groupwise-tradeoff');
const explorer = () => page.locator('groupwise-explorer');
const verdict = () => tradeoff().locator('.verdict p').innerText();
const point = (text: string) => tradeoff().getByRole('button', { name: text });

describe('the survey', () => {
  it('has every setting with the figures of the library', async () => {
    await tradeoff().getByText('The measurements as a table').click();
    const cells = await tradeoff().locator('tbody td').allInnerTexts();
    expect(cells.map((text) => text.replace(/ \(.*/, ''))).toEqual(
      measured.map(({ sqnr }) => formatDecibels(sqnr)),
    );
    expect(await tradeoff().locator('.point').count()).toBe(28);
  });

  it('begins again for another tensor', async () => {
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

describe('the best setting', () => {
  it('is the smallest that is accurate enough', async () => {
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
    expect(await tradeoff().getAttribute('sqnr')).toBe('20');
    await tradeoff().getByLabel('Smallest with an SQNR of at least, dB').fill('150');
    expect(await verdict()).toBe('No setting gives at least 150 dB.');
    expect(await tradeoff().getByRole('button', { name: 'Apply it' }).isDisabled()).toBe(true);
  });

  it('is the most accurate that is small enough', async () => {
    await tradeoff().getByLabel('Most accurate within, bits per weight').fill('6.1');
    expect(await tradeoff().locator('input[value=size]').isChecked()).toBe(true);
    const best = measured
      .filter(({ perWeight }) => perWeight <= 6.1)
      .reduce((a, b) => (b.sqnr > a.sqnr ? b : a));
    expect(await verdict()).toContain(formatDecibels(best.sqnr));
    await tradeoff().getByLabel('Most accurate within, bits per weight').fill('lots');
    expect(await tradeoff().locator('#problem-budget').innerText()).toContain('“lots”');
    expect(await verdict()).toContain(formatDecibels(best.sqnr));
    await page.waitForFunction(() => location.hash.includes('tradeoff.goal=size'));
    expect(await tradeoff().getAttribute('budget')).toBe('6.1');
  });

  it('is applied to the explorer', async () => {
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
    expect(await tradeoff().locator('.point.current.best').count()).toBe(1);
  });
});

describe('a point', () => {
  it('is applied by a click, and marked', async () => {
    await point('4 bits, one scale a row').click();
    await tradeoff().locator('.point.current[data-key="row/4"]').waitFor();
    expect(await explorer().getAttribute('group-size')).toBe('row');
    const wanted = measured.find(({ bits, groupSize }) => bits === 4 && groupSize === 'row');
    await explorer()
      .locator('.figures dd', { hasText: formatDecibels(wanted?.sqnr ?? 0) })
      .waitFor();
  });

  it('is reached and applied by keyboard alone', async () => {
    await tradeoff().locator('.point[tabindex="0"]').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    expect(await tradeoff().locator('.pointed').innerText()).toMatch(/^6 bits, groups of 16: /);
    await page.keyboard.press('Enter');
    await tradeoff().locator('.point.current[data-key="16/6"]').waitFor();
    expect(await explorer().getAttribute('bits')).toBe('6');
  });
});

describe('alone', () => {
  it('measures a generated tensor of its own', async () => {
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
    expect(await alone.locator('.point.current').getAttribute('data-key')).toBe('32/4');
    await alone.getByRole('button', { name: '5 bits, one scale for all' }).click();
    expect(await page.title()).toBe('{"group-size":"tensor","bits":"5"}');
    expect(await alone.getAttribute('bits')).toBe('5');
    expect(await alone.locator('.point.current').getAttribute('data-key')).toBe('tensor/5');
    expect(await explorer().getAttribute('bits')).not.toBe('5');
    const measurements = await alone.locator('tbody').textContent();
    await explorer().getByLabel('Weights', { exact: true }).selectOption('gaussian');
    await tradeoff()
      .first()
      .locator('h3', { hasText: /^Generated: Gaussian, 64/ })
      .waitFor();
    expect(await alone.locator('h3').innerText()).toContain('outlier');
    expect(await alone.locator('tbody').textContent()).toBe(measurements);
    await alone.evaluate((element) => element.setAttribute('rounding', 'truncate'));
    await page.waitForFunction(
      (text) =>
        document.querySelector('#alone')?.shadowRoot?.querySelector('tbody')?.textContent !== text,
      measurements,
    );
  });
});
