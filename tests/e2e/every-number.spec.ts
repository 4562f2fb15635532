import { createQuantizer, type Quantizer } from 'groupwise';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeSettings } from '../../web/elements/options/codec.ts';
import { quantizeOptions } from '../../web/elements/options/settings.ts';
import { formatFloat32 } from '../../web/elements/text/format.ts';
import { EXAMPLES } from '../../web/elements/walk/examples.ts';
import { libraryNumbers, visibleNumbers } from './numbers.ts';
import { goTo, PageUnderTest, stepperOf } from './page.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let under: PageUnderTest;
let page: Page;
let quantizer: Quantizer;
beforeAll(async () => {
  quantizer = await createQuantizer({ variant: 'simd' });
  under = await PageUnderTest.start();
  page = await under.open();
});
afterAll(() => under?.stop());

describe('every number visible in the stepper comes from the library', () => {
  it.each(EXAMPLES)('$title', async ({ name, texts }) => {
    const stepper = stepperOf(page, 'groups');
    await stepper.getByLabel('Example', { exact: true }).selectOption(name);
    for (const summary of ['All weights as a list', 'The numbers as a table']) {
      const details = stepper.locator('details', { hasText: summary });
      if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
    }
    const { settings } = decodeSettings(texts);
    const known = libraryNumbers(quantizer, texts);
    const scales = quantizer
      .trace(settings.weights, quantizeOptions(settings))
      .map(({ scale }) => formatFloat32(scale));
    for (let step = 1; step <= 9; step += 1) {
      await goTo(stepper, step);
      const seen = await visibleNumbers(stepper);
      expect(seen).toEqual(expect.arrayContaining(step >= 4 ? scales : []));
      expect(
        seen.filter((text) => !known.has(text)),
        `step ${step}`,
      ).toEqual([]);
    }
  });
});
