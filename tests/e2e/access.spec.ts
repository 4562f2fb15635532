import type { Page } from 'playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './test.ts';

/** All elements of the page loaded, as for somebody who has read to its end. */
async function readThrough(page: Page): Promise<void> {
  for (const part of await page.locator('main > section, main [data-state]').all()) {
    await part.scrollIntoViewIfNeeded();
    await part.evaluate(async ({ localName }) => {
      if (localName.includes('-')) await customElements.whenDefined(localName);
    });
  }
  await page.waitForFunction(() => document.querySelector(':not(:defined)') === null);
  await page.waitForLoadState('networkidle');
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440]) {
    test(`axe finds nothing, ${colorScheme}, at ${width} px`, async ({ under }) => {
      const page = await under.open('', { colorScheme, viewport: { width, height: 900 } });
      await readThrough(page);
      await page.locator('section#scale page-share').getByRole('button', { name: 'Embed' }).click();
      for (const section of ['header', 'footer', 'main']) {
        expect(await violations(page, section), section).toEqual([]);
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        'nothing is wider than the window',
      ).toBeLessThanOrEqual(0);
    });
  }

test.describe('the colours', () => {
  test('follow the system, or one’s choice, which is kept', async ({ under }) => {
    const page = await under.open('', { colorScheme: 'light' });
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await background()).toBe(light);
    await page.reload();
    await page.locator('.card').first().waitFor();
    expect(await background()).toBe(light);
    await page.getByRole('radio', { name: 'Auto' }).check();
    expect(await background()).toBe(dark);
  });
});

test.describe('the keyboard alone', () => {
  test('reaches every control in order, shows where it is, and is trapped nowhere', async ({
    under,
  }) => {
    const page = await under.open('', { viewport: { width: 1440, height: 900 } });
    await readThrough(page);
    await page.evaluate(() => {
      scrollTo(0, 0);
      (document.activeElement as HTMLElement | null)?.blur();
    });
    const sections = new Set<string>();
    let presses = 0;
    for (; presses < 900; presses += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        let active = document.activeElement as HTMLElement | null;
        const section =
          active?.closest('section')?.id ?? active?.closest('header,footer')?.localName;
        while (active?.shadowRoot?.activeElement) {
          active = active.shadowRoot.activeElement as HTMLElement;
        }
        if (!active || active === document.body) return null;
        const around = [active, active.closest('label'), ...active.querySelectorAll('*')];
        const look = () =>
          around.map((each) => {
            if (!each) return '';
            const { outline, stroke, strokeWidth, opacity } = getComputedStyle(each);
            return [outline, stroke, strokeWidth, opacity].join();
          });
        const focused = look().join(';');
        active.blur();
        const unfocused = look().join(';');
        active.focus();
        const name = `${active.localName} ${active.textContent?.trim().slice(0, 30)}`;
        return { section: section ?? '', name, shown: focused !== unfocused };
      });
      if (!at) break;
      sections.add(at.section);
      expect(at.shown, `the focus at ${at.name} in ${at.section}`).toBe(true);
    }
    const all = await page
      .locator('main > section')
      .evaluateAll((each) => each.map((section) => section.id));
    expect(presses).toBeLessThan(900);
    expect([...sections]).toEqual(['header', ...all, 'footer']);
  });
});

test.describe('with reduced motion', () => {
  test('nothing moves by itself', async ({ under }) => {
    const page = await under.open('', { reducedMotion: 'reduce' });
    const stepper = page.locator('groupwise-stepper[data-state=groups]');
    await stepper.getByRole('button', { name: 'Next' }).click();
    const moving = await stepper.evaluate(
      (element) => element.shadowRoot?.getAnimations().length ?? -1,
    );
    expect(moving).toBe(0);
  });
});
