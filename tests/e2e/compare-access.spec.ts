import type { Page } from 'playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

const SECTIONS = ['side-by-side', 'why-it-works', 'layer', 'large-model'];

/** Goes to a section, whose element may not be loaded before. */
async function reach(page: Page, section: string): Promise<void> {
  await page.locator(`#${section}`).evaluate((each) => each.scrollIntoView());
  await page.locator(`#${section} table`).first().waitFor({ state: 'attached' });
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440]) {
    test(`${colorScheme}, at ${width} px: no violations, no sideways scrolling`, async ({
      under,
    }) => {
      const page = await under.open('', { colorScheme, viewport: { width, height: 900 } });
      for (const section of SECTIONS) {
        await reach(page, section);
        // With everything open, an attribute and an entry refused.
        await page.locator(`#${section} > [data-state]`).evaluate((element) => {
          for (const name of ['bits', 'a-bits']) element.setAttribute(name, 'many');
        });
        await page.locator(`#${section} summary`).evaluateAll((all) => {
          for (const summary of all) (summary as HTMLElement).click();
        });
        await page.locator(`#${section} input[type=text]`).first().fill('nothing');
        expect(await violations(page, `#${section}`)).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  }

test('moves nothing where reduced motion is asked for', async ({ under }) => {
  const page = await under.open();
  for (const section of ['side-by-side', 'large-model']) await reach(page, section);
  const seconds = await page
    .locator('#side-by-side .fill, #large-model .filled')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).transitionDuration));
  expect(new Set(seconds)).toEqual(new Set(['0s']));
});

test('is worked by the keyboard alone', async ({ under }) => {
  const page = await under.open();
  await reach(page, 'side-by-side');
  const compare = page.locator('#side-by-side groupwise-compare');
  await compare.getByRole('textbox', { name: 'Weight 1', exact: true }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(compare.locator('.row')).toHaveCount(7);
  await compare.locator('fieldset').nth(1).getByRole('radio', { name: '8' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(compare).toHaveAttribute('b-bits', '7');
});
