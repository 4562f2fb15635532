import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PageUnderTest } from './page.ts';

let under: PageUnderTest;
let page: Page;
let compare: Locator;
beforeAll(async () => {
  under = await PageUnderTest.start();
});
beforeEach(async () => {
  page = await under.open();
  compare = page.locator('#side-by-side groupwise-compare');
  await page.locator('#side-by-side').evaluate((section) => section.scrollIntoView());
  await compare.locator('.row').first().waitFor();
});
afterEach(async () => {
  await page.close();
  expect(under.failures).toEqual([]);
});
afterAll(() => under?.stop());

const texts = (selector: string): Promise<string[]> =>
  compare
    .locator(selector)
    .evaluateAll((found) =>
      found.map((each) => (each.textContent ?? '').replaceAll(/\s+/g, ' ').trim()),
    );
const codes = async (side: 'a' | 'b'): Promise<number[]> =>
  (await texts(`.side-${side} .code`)).map((text) => Number(text.replace('code ', '')));
const figure = async (name: string): Promise<string[]> =>
  compare
    .locator('.totals tr', { has: page.getByRole('rowheader', { name, exact: true }) })
    .locator('td')
    .allInnerTexts();
const attribute = (name: string): Promise<string | null> => compare.getAttribute(name);
const field = (name: string, side: 'A' | 'B'): Locator =>
  compare
    .locator('fieldset')
    .nth(side === 'A' ? 0 : 1)
    .getByLabel(name, { exact: true });

describe('examples 3 and 4, side by side', () => {
  it('shows the codes, scales, errors and the verdict', async () => {
    expect(await codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    expect(await codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    expect(await texts('.side-a .group-head b, .side-a .group-head .number')).toEqual([
      'Group 1',
      '0.0826771632',
    ]);
    expect(await texts('.side-b .group-head .number')).toEqual(['0.0826771632', '1.57480317e-05']);
    expect(await compare.locator('.verdict').innerText()).toBe(
      'With one scale for all, 4 of 8 weights are lost; with groups of 4, none is lost, and the largest error in group 2 is 3,600 times smaller.',
    );
    expect(await figure('lost')).toEqual(['4 of 8', '0 of 8']);
    expect(await figure('bytes in all')).toEqual(['12', '16']);
  });

  it('marks what is lost and what differs in words', async () => {
    expect(await texts('.side-a .mark')).toEqual(['lost', 'lost', 'lost', 'lost']);
    expect(await texts('.side-b .mark')).toEqual([]);
    expect((await texts('.difference'))[3]).toBe('= same code, same error');
    expect((await texts('.difference'))[6]).toBe('▼ code 95, not 0, error 381 times smaller');
  });

  it('says the same in a table', async () => {
    await compare.getByText('The numbers as a table').click();
    const row = compare.locator('details.table tbody tr').nth(6);
    expect(await row.locator('th, td').allInnerTexts()).toEqual([
      '7',
      '0.0015',
      '1',
      '0.0826771632',
      '0',
      '0',
      '0.0015',
      'lost',
      '2',
      '1.57480317e-05',
      '95',
      '0.00149606296',
      '3.93704977e-06',
      '–',
      'code 95, not 0, error 381 times smaller',
    ]);
  });
});

describe('its controls', () => {
  it('change one side, the attribute of that side, and tell the page', async () => {
    await compare.evaluate((element) => {
      element.addEventListener('groupwise-change', (event) => {
        element.dataset.told = JSON.stringify((event as CustomEvent).detail.attributes);
      });
    });
    await field('4', 'B').check();
    expect(await attribute('b-bits')).toBe('4');
    expect(await attribute('a-bits')).toBeNull();
    // 0.001 is 3.5 steps on paper; in float32 it is 3.49999976.
    expect(await codes('b')).toEqual([7, -5, 6, -5, 3, -7, 5, -3]);
    expect(await codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    const told = JSON.parse((await attribute('data-told')) ?? '{}');
    expect(told).toMatchObject({ 'b-bits': '4', 'a-bits': '8', 'a-group-size': 'tensor' });

    await field('Group size', 'A').selectOption('number');
    expect(await attribute('a-group-size')).toBe('4');
    await field('Group size', 'A').fill('2');
    expect(await figure('scales')).toEqual(['4', '2']);
    await field('Rounding', 'B').selectOption('truncate');
    expect(await attribute('b-rounding')).toBe('truncate');
    await field('Scale kept as', 'A').selectOption('digits');
    expect(await attribute('a-scale-format')).toBe('digits:3');
    await field('Significant digits of the scale of A', 'A').selectOption('2');
    expect((await texts('.side-a .group-head .number'))[0]).toBe('0.083');
    await field('Scale by hand', 'B').fill('0.01');
    expect(await attribute('b-custom-scale')).toBe('0.01');
    expect(await texts('.side-b .mark')).toEqual([
      'clipped',
      'clipped',
      'clipped',
      'clipped',
      'lost',
      'lost',
      'lost',
      'lost',
    ]);

    await compare.getByRole('button', { name: 'Reset to example' }).click();
    expect(await codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    expect(await compare.getByRole('button', { name: 'Reset to example' }).isDisabled()).toBe(true);
  });

  it('edit, add, remove and paste weights', async () => {
    await compare.getByRole('textbox', { name: 'Weight 5', exact: true }).fill('\u22120');
    expect(await attribute('weights')).toBe('10.5, -8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008');
    await compare.getByRole('button', { name: 'Add a weight' }).click();
    expect(await compare.locator('.row').count()).toBe(9);
    await compare.getByRole('button', { name: 'Remove weight 1', exact: true }).click();
    expect(await attribute('weights')).toBe('-8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008, 0');
    await compare.getByText('All weights as a list').click();
    await compare.getByRole('textbox', { name: 'All weights' }).fill('1 2 3');
    expect(await compare.locator('.row').count()).toBe(3);
    await compare.getByLabel('Row length').fill('2');
    expect(await compare.locator('.row-length .problem').innerText()).toContain('2');
    expect(await attribute('row-length')).toBeNull();
    await compare.getByLabel('Row length').fill('3');
    expect(await attribute('row-length')).toBe('3');
  });

  it('refuse what means nothing, in place, and keep the last good state', async () => {
    await field('Group size', 'B').fill('none');
    expect(await field('Group size', 'B').getAttribute('aria-invalid')).toBe('true');
    expect(await compare.locator('.side-fields .problem').innerText()).toContain('“none”');
    expect(await codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    await compare.getByRole('textbox', { name: 'Weight 2', exact: true }).fill('1e99');
    expect(await compare.locator('.weight .problem').innerText()).toContain(
      'too large for float32',
    );
    expect(await attribute('weights')).toBeNull();
  });
});

describe('its attributes', () => {
  it('may be set, changed and removed at any time', async () => {
    await compare.evaluate((element) => {
      element.setAttribute('weights', '1, 2, 4');
      element.setAttribute('a-bits', '2');
    });
    expect(await codes('a')).toEqual([0, 1, 1]);
    await compare.evaluate((element) => element.removeAttribute('weights'));
    expect(await codes('a')).toEqual([1, -1, 1, -1, 0, 0, 0, 0]);
  });

  it('may give way to the text between the tags, which is never markup', async () => {
    await compare.evaluate((element) => {
      element.textContent = '1, 2, 4';
    });
    expect(await codes('a')).toEqual([32, 64, 127]);
    await compare.getByRole('textbox', { name: 'Weight 1', exact: true }).fill('4');
    expect(await attribute('weights')).toBe('4, 2, 4');
    await compare.evaluate((element) => {
      element.textContent = '-4, <b>2</b>';
    });
    expect(await texts('.notices li')).toEqual([
      'weights: weight 2: “<b>2</b>” is not a number. The default is used.',
    ]);
    await compare.evaluate((element) => {
      element.textContent = '';
    });
    expect(await codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
  });

  it('that are hostile leave a note and nothing else', async () => {
    await compare.evaluate((element) => {
      element.setAttribute('weights', '<img src=x onerror=alert(1)>, NaN');
      element.setAttribute('a-group-size', '-1');
      element.setAttribute('b-bits', '</style><script>');
      element.setAttribute('b-scale-format', 'digits:0');
    });
    expect(await texts('.notices li')).toHaveLength(4);
    expect(await compare.locator('img, script').count()).toBe(0);
    expect(await codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
  });

  it('with 100,000 weights: the first 256 are compared, and that is said', async () => {
    await compare.evaluate((element) => element.setAttribute('weights', '1 '.repeat(100_000)));
    await compare.locator('.row').nth(255).waitFor();
    expect(await compare.locator('.row').count()).toBe(256);
    expect(await texts('.notices li')).toEqual([
      'weights: 100,000 were given; the first 256 are compared.',
    ]);
  });
});
