import { createQuantizer, type Quantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { quantizeOptions } from '../../web/elements/options/settings.ts';
import { formatFloat32 } from '../../web/elements/text/format.ts';
import { EXAMPLES } from '../../web/elements/walk/examples.ts';
import { walkSchema } from '../../web/elements/walk/settings.ts';
import { libraryNumbers, visibleNumbers } from './numbers.ts';
import { goTo, stepperOf } from './stepper.ts';
import { expect, type PageUnderTest, test } from './test.ts';

let under: PageUnderTest;
let page: Page;
let quantizer: Quantizer;
test.beforeAll(async ({ start }) => {
  quantizer = await createQuantizer({ variant: 'simd' });
  under = await start();
  page = await under.open();
});
test.afterEach(() => expect(under.failures).toEqual([]));
test.afterAll(() => under.stop());

test.describe('every number visible in the stepper comes from the library', () => {
  for (const { title, name, texts } of EXAMPLES)
    test(title, async () => {
      const stepper = stepperOf(page, 'groups');
      await stepper.getByLabel('Example', { exact: true }).selectOption(name);
      for (const summary of ['All weights as a list', 'The numbers as a table']) {
        const details = stepper.locator('details', { hasText: summary });
        if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
      }
      const { state: settings } = walkSchema.decode(texts);
      const known = libraryNumbers(quantizer, texts);
      const scales = quantizer
        .trace(settings.weights, quantizeOptions(settings))
        .groups.map(({ scale }) => formatFloat32(scale));
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
