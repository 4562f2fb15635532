import type { Locator, Page } from 'playwright/test';
import { violations } from './axe.ts';
import { test } from './host.ts';
import { goTo, stepperOf } from './stepper.ts';
import { expect, type PageUnderTest } from './test.ts';

/** The codes that “Embed” shows for the second section, after changes there. */
async function codes(under: PageUnderTest): Promise<{ tag: string; frame: string }> {
  const page = await under.open();
  const stepper = stepperOf(page, 'one-scale');
  const share = page.locator('section#scale page-share');
  await share.getByRole('button', { name: 'Embed' }).click();
  await stepper.getByRole('textbox', { name: 'Weight 1', exact: true }).fill('-0');
  await stepper.getByRole('textbox', { name: 'Weight 2', exact: true }).fill('1e-45');
  await stepper.locator('.segmented label', { hasText: '4' }).click();
  await goTo(stepper, 8);
  const text = (label: string) => share.getByRole('textbox', { name: label }).inputValue();
  const both = { tag: await text('As a tag'), frame: await text('As a frame') };
  await page.close();
  return both;
}

async function isShown(stepper: Locator): Promise<void> {
  await stepper.locator('h3', { hasText: 'Error' }).waitFor();
  await expect(stepper).toHaveAttribute('weights', '-0, 1e-45, 0.05, -0.02');
  await expect(stepper).toHaveAttribute('bits', '4');
}

test.describe('the codes for embedding', () => {
  test('show the present state in a frame of another origin, as high as it needs to be', async ({
    under,
    openHost,
  }) => {
    const { frame } = await codes(under);
    const page = await openHost(frame);
    const content = page.frameLocator('iframe');
    await isShown(content.locator('groupwise-stepper'));
    await expect(content.locator('groupwise-stepper')).toHaveCount(1);
    await expect(content.locator('.page, nav, footer, page-share')).toHaveCount(0);

    const fits = async (): Promise<number> => {
      const inside = await content
        .locator('.embed')
        .evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
      await page.waitForFunction(
        (height) => document.querySelector('iframe')?.offsetHeight === height,
        inside,
      );
      return inside;
    };
    const before = await fits();
    await content.locator('summary', { hasText: 'All weights as a list' }).click();
    await page.waitForFunction(
      (height) => (document.querySelector('iframe')?.offsetHeight ?? 0) > height,
      before,
    );
    expect(await fits()).toBeGreaterThan(before);
  });

  test('show it with one tag in a page of another origin', async ({ under, openHost }) => {
    const { tag } = await codes(under);
    const page = await openHost(tag);
    await isShown(page.locator('groupwise-stepper'));
  });
});

test.describe('the form for frames', () => {
  async function embed(under: PageUnderTest, query: string): Promise<Page> {
    const page = await under.blank({ colorScheme: 'light' });
    await page.goto(`${under.url}?embed=${query}`);
    return page;
  }

  for (const [name, part] of [
    ['stepper', '.card'],
    ['compare', '.verdict'],
    ['calculator', '.headline'],
    ['explorer', '.frame'],
    ['tradeoff', '.frame'],
    ['speed', '.frame'],
  ] as const)
    test(`holds ${name} and nothing else`, async ({ under }) => {
      const page = await embed(under, name);
      await page.locator(`groupwise-${name} ${part}`).first().waitFor();
      await expect(page.locator('main > :not([hidden], .visually-hidden)')).toHaveCount(1);
      const heading = (level: number) => page.getByRole('heading', { level }).first().innerText();
      expect([await heading(1), await heading(2)]).toEqual(['Groupwise', name]);
      expect(await violations(page)).toEqual([]);
      const background = await page.evaluate(() => [
        getComputedStyle(document.documentElement).backgroundColor,
        getComputedStyle(document.body).backgroundColor,
      ]);
      expect(background).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    });

  test('loads only the code of its element', async ({ under }) => {
    const page = await under.blank();
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(`${under.url}?embed=calculator`);
    await page.locator('groupwise-calculator .headline', { hasText: 'GB' }).waitFor();
    expect(
      loaded.filter((path) => /story|stepper-|explorer|compare|plot|worker/.test(path)),
    ).toEqual([]);
  });

  test('takes its colours from the host’s parameter', async ({ under }) => {
    for (const [theme, scheme] of [
      ['dark', 'dark'],
      ['light', 'light'],
      ['auto', 'light dark'],
    ]) {
      const page = await embed(under, `stepper&theme=${theme}`);
      const stepper = page.locator('groupwise-stepper');
      await stepper.locator('.card').first().waitFor();
      expect(await stepper.evaluate((each) => getComputedStyle(each).colorScheme)).toBe(scheme);
      await page.close();
    }
  });

  test('says what it cannot use, and shows the rest', async ({ under }) => {
    const page = await embed(under, 'stepper&theme=pink#weights=1,2,x&bits=4&nothing=1');
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.notice li').allInnerTexts()).toEqual([
      'theme “pink” is not one of auto, light, dark',
      '“nothing” of “Groupwise stepper” is not known',
      'weights of “Groupwise stepper”: weight 3: “x” is not a number',
    ]);
    await expect(page.locator('groupwise-stepper')).toHaveAttribute('bits', '4');
  });

  test('names what there is where the name is wrong', async ({ under }) => {
    const page = await embed(under, '<b>toaster</b>');
    const notice = page.getByRole('alert');
    await expect(notice).toHaveText(/“<b>toaster<\/b>”.*stepper, compare, calculator/s, {
      useInnerText: true,
    });
    await expect(notice.locator('b')).toHaveCount(0);
  });
});
