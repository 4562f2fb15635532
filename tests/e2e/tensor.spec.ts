import { createQuantizer, type Quantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { formatCount, formatDecibels, formatFloat32 } from '../../web/elements/text/format.ts';
import { readCards } from './stepper.ts';
import { safetensors, weights } from './tensor-file.ts';
import { expect, type PageUnderTest, test } from './test.ts';

const ROWS = 64;
const COLUMNS = 80;
const layer = weights(ROWS * COLUMNS);
const file = safetensors([
  { name: 'layer.0.weight', shape: [ROWS, COLUMNS], values: layer },
  { name: 'layer.0.bias', shape: [3], values: Float32Array.of(1, 2, 3) },
]);

for (const isolated of [false, true])
  test.describe(`a tensor, isolated: ${isolated}`, () => {
    let under: PageUnderTest;
    let page: Page;
    let quantizer: Quantizer;
    test.beforeAll(async ({ start }) => {
      quantizer = await createQuantizer({ variant: 'simd' });
      under = await start(isolated);
      page = await under.open('#tensor');
      await page.locator('groupwise-explorer .readout').waitFor();
    });
    test.afterEach(() => expect(under.failures).toEqual([]));
    test.afterAll(() => under.stop());

    const explorer = () => page.locator('groupwise-explorer');
    const figure = (name: string) =>
      explorer().locator('.figures div', { hasText: name }).locator('dd').first().innerText();

    async function choose(name: string, buffer: Buffer): Promise<void> {
      await explorer().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
    }

    test('is listed and measured', async () => {
      await choose('model.safetensors', file);
      await explorer().getByRole('button', { name: 'layer.0.weight' }).click();
      await explorer().locator('h3', { hasText: 'layer.0.weight' }).waitFor();
      await expect(explorer().locator('tbody tr').first()).toHaveText(
        /layer\.0\.weight\s+F32\s+64 × 80\s+5,120/,
        { useInnerText: true },
      );
      const q = quantizer.quantize(layer, { groupSize: 32, rowLength: COLUMNS });
      const measured = quantizer.measure(layer, q);
      expect(await figure('SQNR')).toBe(formatDecibels(measured.sqnrDb));
      expect(await figure('largest error')).toBe(formatFloat32(measured.maxAbs));
      expect(await figure('lost')).toBe(`${formatCount(measured.zeroed)} of 5,120`);
      expect(await figure('groups')).toBe('192');
    });

    test('is quantized anew when a setting changes', async () => {
      await explorer().locator('.segmented label', { hasText: '4' }).click();
      const q = quantizer.quantize(layer, { groupSize: 32, rowLength: COLUMNS, bits: 4 });
      const expected = formatDecibels(quantizer.measure(layer, q).sqnrDb);
      await explorer().locator('.figures', { hasText: expected }).waitFor();
    });

    test('keeps what it had when a file is malformed', async () => {
      const before = await figure('SQNR');
      for (const [name, bytes] of [
        ['short.safetensors', file.subarray(0, 40)],
        ['empty.safetensors', Buffer.alloc(0)],
        ['text.safetensors', Buffer.from('this is not a tensor file at all')],
        ['cut.safetensors', file.subarray(0, file.length - 1)],
      ] as const) {
        await choose(name, bytes);
        const problem = explorer().getByRole('alert');
        await problem.waitFor();
        expect((await problem.innerText()).length, name).toBeGreaterThan(10);
        await expect(explorer().locator('.file')).toContainText('model.safetensors', {
          useInnerText: true,
        });
        expect(await figure('SQNR')).toBe(before);
      }
    });

    test('sends a group to the stepper', async () => {
      await explorer()
        .getByRole('textbox', { name: /^Group, 1 to/ })
        .fill('193');
      await explorer().getByRole('button', { name: 'Walk through this group' }).click();
      await expect(explorer().locator('#problem-group')).toHaveText('There are groups 1 to 192.', {
        useInnerText: true,
      });
      await explorer()
        .getByRole('textbox', { name: /^Group, 1 to/ })
        .fill('6');
      await explorer().getByRole('button', { name: 'Walk through this group' }).click();
      const stepper = page.locator('groupwise-stepper[data-sent]');
      await stepper.locator('.card').first().waitFor();
      const cards = await readCards(stepper);
      const start = COLUMNS + 2 * 32;
      expect(cards).toHaveLength(16);
      const q = quantizer.quantize(layer, { groupSize: 32, rowLength: COLUMNS, bits: 4 });
      expect(cards.map((card) => Number(card.code))).toEqual(
        Array.from(q.codes.slice(start, start + 16)),
      );
    });
  });
