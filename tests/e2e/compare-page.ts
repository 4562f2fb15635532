import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { PageUnderTest } from './page.ts';

/** The comparison of the page, fresh for each test of a file. */
export class CompareUnderTest {
  #under: PageUnderTest | undefined;
  #page: Page | undefined;

  /** Call at the top of a file. */
  constructor() {
    beforeAll(async () => {
      this.#under = await PageUnderTest.start();
    });
    beforeEach(async () => {
      this.#page = await this.#under?.open();
      await this.page.locator('#side-by-side').evaluate((section) => section.scrollIntoView());
      await this.element.locator('.row').first().waitFor();
    });
    afterEach(async () => {
      await this.#page?.close();
      expect(this.#under?.failures).toEqual([]);
    });
    afterAll(() => this.#under?.stop());
  }

  get page(): Page {
    if (!this.#page) throw new Error('the page is not open');
    return this.#page;
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
