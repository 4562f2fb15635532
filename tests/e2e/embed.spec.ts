import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { serveHost } from './host.ts';
import { goTo, PageUnderTest, stepperOf } from './page.ts';

let under: PageUnderTest;
let host: Awaited<ReturnType<typeof serveHost>>;
let body = '';
beforeAll(async () => {
  under = await PageUnderTest.start(false, { 'access-control-allow-origin': '*' });
  host = await serveHost(() => body);
});
afterEach(() => expect(under.failures).toEqual([]));
afterAll(async () => {
  host?.close();
  await under?.stop();
});

/** The codes that “Embed” shows for the second section, after changes there. */
async function codes(): Promise<{ tag: string; frame: string }> {
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
  expect(await stepper.getAttribute('weights')).toBe('-0, 1e-45, 0.05, -0.02');
  expect(await stepper.getAttribute('bits')).toBe('4');
}

async function openHost(code: string): Promise<Page> {
  body = code;
  const page = await under.blank();
  await page.goto(host.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  return page;
}

describe('the codes for embedding', () => {
  it('show the present state in a frame of another origin, as high as it needs to be', async () => {
    const { frame } = await codes();
    const page = await openHost(frame);
    const content = page.frameLocator('iframe');
    await isShown(content.locator('groupwise-stepper'));
    expect(await content.locator('groupwise-stepper').count()).toBe(1);
    expect(await content.locator('.page, nav, footer, page-share').count()).toBe(0);

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
    await page.close();
  });

  it('show it with one tag in a page of another origin', async () => {
    const { tag } = await codes();
    const page = await openHost(tag);
    await isShown(page.locator('groupwise-stepper'));
    await page.close();
  });
});

describe('the form for frames', () => {
  async function embed(query: string): Promise<Page> {
    const page = await under.blank({ colorScheme: 'light' });
    await page.goto(`${under.url}?embed=${query}`);
    return page;
  }

  it.each([
    ['stepper', '.card'],
    ['compare', '.verdict'],
    ['calculator', '.headline'],
    ['explorer', '.frame'],
    ['tradeoff', '.frame'],
    ['speed', '.frame'],
  ])('holds %s and nothing else', async (name, part) => {
    const page = await embed(name);
    await page.locator(`groupwise-${name} ${part}`).first().waitFor();
    expect(await page.locator('main > :not([hidden], .visually-hidden)').count()).toBe(1);
    const heading = (level: number) => page.getByRole('heading', { level }).first().innerText();
    expect([await heading(1), await heading(2)]).toEqual(['Groupwise', name]);
    expect(await violations(page)).toEqual([]);
    const background = await page.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(background).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    await page.close();
  });

  it('loads only the code of its element', async () => {
    const page = await under.blank();
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await page.goto(`${under.url}?embed=calculator`);
    await page.locator('groupwise-calculator .headline', { hasText: 'GB' }).waitFor();
    expect(
      loaded.filter((path) => /story|stepper-|explorer|compare|plot|worker/.test(path)),
    ).toEqual([]);
    await page.close();
  });

  it('takes its colours from the host’s parameter', async () => {
    for (const [theme, scheme] of [
      ['dark', 'dark'],
      ['light', 'light'],
      ['auto', 'light dark'],
    ]) {
      const page = await embed(`stepper&theme=${theme}`);
      const stepper = page.locator('groupwise-stepper');
      await stepper.locator('.card').first().waitFor();
      expect(await stepper.evaluate((each) => getComputedStyle(each).colorScheme)).toBe(scheme);
      await page.close();
    }
  });

  it('says what it cannot use, and shows the rest', async () => {
    const page = await embed('stepper&theme=pink#weights=1,2,x&bits=4&nothing=1');
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.notice li').allInnerTexts()).toEqual([
      'theme “pink” is not one of auto, light, dark',
      '“nothing” of “Groupwise stepper” is not known',
      'weights of “Groupwise stepper”: weight 3: “x” is not a number',
    ]);
    expect(await page.locator('groupwise-stepper').getAttribute('bits')).toBe('4');
    await page.close();
  });

  it('names what there is where the name is wrong', async () => {
    const page = await embed('<b>toaster</b>');
    const notice = page.getByRole('alert');
    expect(await notice.innerText()).toMatch(/“<b>toaster<\/b>”.*stepper, compare, calculator/s);
    expect(await notice.locator('b').count()).toBe(0);
    await page.close();
  });
});
