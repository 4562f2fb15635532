import type { Page } from 'playwright/test';
import { goTo, readCards, readGroups, stepperOf } from './stepper.ts';
import { expect, type PageUnderTest, test } from './test.ts';

let under: PageUnderTest;
let page: Page;
test.beforeAll(async ({ start }) => {
  under = await start();
  page = await under.open();
});
test.afterEach(() => expect(under.failures).toEqual([]));
test.afterAll(() => under.stop());

async function codes(id: string): Promise<number[]> {
  return (await readCards(stepperOf(page, id))).map((card) => Number(card.code));
}

async function scales(id: string): Promise<string[]> {
  return (await readGroups(stepperOf(page, id))).map((group) => group.scale);
}

test.describe('1: rounding to save space', () => {
  const stepper = () => stepperOf(page, 'saving-space');

  test('starts with a scale picked by hand', async () => {
    expect(await codes('saving-space')).toEqual([25, -115, 47, -70]);
    expect(await scales('saving-space')).toEqual(['0.00495']);
  });

  test('gives other codes with the scale as it was written down', async () => {
    await stepper().getByLabel('Scale by hand').fill('0.005');
    expect(await codes('saving-space')).toEqual([25, -114, 47, -69]);
  });

  test('uses absmax without one, and saves bytes', async () => {
    await stepper().getByLabel('Scale by hand').fill('');
    expect(await codes('saving-space')).toEqual([28, -127, 52, -77]);
    expect(await scales('saving-space')).toEqual(['0.00447157491']);
    await goTo(stepper(), 9);
    const text = (await stepper().locator('.prose').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('4 bytes and 4 bytes instead of 16 bytes');
  });
});

test.describe('2: one scale is enough', () => {
  test('prints the scale, the codes and what comes back', async () => {
    expect(await scales('one-scale')).toEqual(['0.00629921257']);
    expect(await codes('one-scale')).toEqual([16, -127, 8, -3]);
    const cards = await readCards(stepperOf(page, 'one-scale'));
    const rounded = cards.map((card) => Number(card.recovered).toFixed(4));
    expect(rounded).toEqual(['0.1008', '-0.8000', '0.0504', '-0.0189']);
  });

  test('gives the same codes on paper', async () => {
    const stepper = stepperOf(page, 'one-scale');
    await stepper.getByLabel('Example', { exact: true }).selectOption('one-scale-paper');
    expect(await scales('one-scale')).toEqual(['0.0063']);
    expect(await codes('one-scale')).toEqual([16, -127, 8, -3]);
  });
});

test.describe('3: mixed magnitudes, one scale', () => {
  test('loses four weights and says so', async () => {
    expect(await scales('mixed')).toEqual(['0.0826771632']);
    expect(await codes('mixed')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    const cards = await readCards(stepperOf(page, 'mixed'));
    expect(cards.map((card) => card.marks.join())).toEqual([
      '',
      '',
      '',
      '',
      'lost',
      'lost',
      'lost',
      'lost',
    ]);
    await goTo(stepperOf(page, 'mixed'), 6);
    await expect(stepperOf(page, 'mixed').locator('.prose')).toContainText('4 weights are lost', {
      useInnerText: true,
    });
  });
});

test.describe('4: the same with groups of 4', () => {
  test('loses nothing', async () => {
    expect(await scales('groups')).toEqual(['0.0826771632', '1.57480317e-05']);
    expect(await codes('groups')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    const groups = await readGroups(stepperOf(page, 'groups'));
    expect(groups[1]?.maxError).toBe('7.87398312e-06');
  });
});

test.describe('5: the whole pipeline', () => {
  test('in exact float32', async () => {
    expect(await scales('pipeline')).toEqual(['0.0157480314', '0.000157480317']);
    expect(await codes('pipeline')).toEqual([127, -95, 51, -19, 63, -127, 32, -6]);
    const cards = await readCards(stepperOf(page, 'pipeline'));
    expect(cards[4]?.quotient).toBe('63.4999962');
    const groups = await readGroups(stepperOf(page, 'pipeline'));
    expect(groups.map((group) => group.maxError)).toEqual(['0.003937006', '7.87395984e-05']);
    const prose = stepperOf(page, 'pipeline').locator('.prose');
    expect((await prose.innerText()).replaceAll(/\s+/g, ' ')).toContain(
      'instead of 32 bytes. That saves 50 %.',
    );
  });

  test('on paper', async () => {
    expect(await scales('paper')).toEqual(['0.0157', '0.000157']);
    expect(await codes('paper')).toEqual([127, -96, 51, -19, 64, -127, 32, -6]);
    const cards = await readCards(stepperOf(page, 'paper'));
    expect(cards.slice(0, 2).map((card) => Number(card.error).toFixed(4))).toEqual([
      '0.0061',
      '0.0072',
    ]);
    const [group] = await readGroups(stepperOf(page, 'paper'));
    expect(group?.maxError).toBe(cards[1]?.error);
  });
});
