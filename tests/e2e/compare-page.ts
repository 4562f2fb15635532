import type { Locator, Page } from 'playwright/test';
import { test as base } from './test.ts';

/** The comparison of the page. */
export class CompareUnderTest {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get element(): Locator {
    return this.page.locator('#side-by-side groupwise-compare');
  }

  texts(selector: string): Promise<string[]> {
    return this.element
      .locator(selector)
      .evaluateAll((found) =>
        found.map((each) => (each.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
      );
  }

  async codes(side: 'a' | 'b'): Promise<number[]> {
    const texts = await this.texts(`.side-${side} .code`);
    return texts.map((text) => Number(text.replace('code ', '')));
  }

  figure(name: string): Promise<string[]> {
    return this.element
      .locator('.totals tr', { has: this.page.getByRole('rowheader', { name, exact: true }) })
      .locator('td')
      .allInnerTexts();
  }

  attribute(name: string): Promise<string | null> {
    return this.element.getAttribute(name);
  }

  field(name: string, side: 'A' | 'B'): Locator {
    return this.element
      .locator('fieldset')
      .nth(side === 'A' ? 0 : 1)
      .getByLabel(name, { exact: true });
  }
}

/** Tests of the comparison, each on a page of its own. */
export const test = base.extend<{ compare: CompareUnderTest }>({
  compare: async ({ under }, use) => {
    const compare = new CompareUnderTest(await under.open());
    await compare.page.locator('#side-by-side').evaluate((section) => section.scrollIntoView());
    await compare.element.locator('.row').first().waitFor();
    await use(compare);
  },
});
