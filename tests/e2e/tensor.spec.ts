import { createQuantizer, type Quantizer } from 'groupwise';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatCount, formatDecibels, formatFloat32 } from '../../web/elements/text/format.ts';
import { PageUnderTest, readCards } from './page.ts';
import { safetensors, weights } from './tensor-file.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const ROWS = 64;
const COLUMNS = 80;
const layer = weights(ROWS * COLUMNS);
const file = safetensors([
  { name: 'layer.0.weight', shape: [ROWS, COLUMNS], values: layer },
  { name: 'layer.0.bias', shape: [3], values: Float32Array.of(1, 2, 3) },
]);

describe.each([{ isolated: false }, { isolated: true }])(
  'a tensor, isolated: $isolated',
  ({ isolated }) => {
    let under: PageUnderTest;
    let page: Page;
    let quantizer: Quantizer;
    beforeAll(async () => {
      quantizer = await createQuantizer({ variant: 'simd' });
      under = await PageUnderTest.start(isolated);
      page = await under.open('#tensor');
      await page.locator('groupwise-explorer .readout').waitFor();
    });
    afterEach(() => expect(under.failures).toEqual([]));
    afterAll(() => under?.stop());

    const explorer = () => page.locator('groupwise-explorer');
    const figure = (name: string) =>
      explorer().locator('.figures div', { hasText: name }).locator('dd').first().innerText();

    async function choose(name: string, buffer: Buffer): Promise<void> {
      await explorer().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
    }

    it('is listed and measured', async () => {
      await choose('model.safetensors', file);
      await explorer().getByRole('button', { name: 'layer.0.weight' }).click();
      await explorer().locator('h3', { hasText: 'layer.0.weight' }).waitFor();
      expect(await explorer().locator('tbody tr').first().innerText()).toMatch(
        /layer\.0\.weight\s+F32\s+64 × 80\s+5,120/,
      );
      const q = quantizer.quantize(layer, { groupSize: 32, rowLength: COLUMNS });
      const measured = quantizer.measure(layer, q);
      expect(await figure('SQNR')).toBe(formatDecibels(measured.sqnrDb));
      expect(await figure('largest error')).toBe(formatFloat32(measured.maxAbs));
      expect(await figure('lost')).toBe(`${formatCount(measured.zeroed)} of 5,120`);
      expect(await figure('groups')).toBe('192');
    });

    it('is quantized anew when a setting changes', async () => {
      await explorer().locator('.segmented label', { hasText: '4' }).click();
      const q = quantizer.quantize(layer, { groupSize: 32, rowLength: COLUMNS, bits: 4 });
      const expected = formatDecibels(quantizer.measure(layer, q).sqnrDb);
      await explorer().locator('.figures', { hasText: expected }).waitFor();
    });

    it('keeps what it had when a file is malformed', async () => {
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
        expect(await explorer().locator('.file').innerText()).toContain('model.safetensors');
        expect(await figure('SQNR')).toBe(before);
      }
    });

    it('sends a group to the stepper', async () => {
      await explorer()
        .getByRole('textbox', { name: /^Group, 1 to/ })
        .fill('193');
      await explorer().getByRole('button', { name: 'Walk through this group' }).click();
      expect(await explorer().locator('#problem-group').innerText()).toBe(
        'There are groups 1 to 192.',
      );
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
  },
);
