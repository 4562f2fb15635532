import { test } from './compare-page.ts';
import { expect } from './test.ts';

test.describe('examples 3 and 4, side by side', () => {
  test('shows the codes, scales, errors and the verdict', async ({ compare }) => {
    expect(await compare.codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    expect(await compare.codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    expect(await compare.texts('.side-a .group-head b, .side-a .group-head .number')).toEqual([
      'Group 1',
      '0.0826771632',
    ]);
    expect(await compare.texts('.side-b .group-head .number')).toEqual([
      '0.0826771632',
      '1.57480317e-05',
    ]);
    await expect(compare.element.locator('.verdict')).toHaveText(
      'With one scale for all, 4 of 8 weights are lost; with groups of 4, none is lost, and the largest error in group 2 is 3,600 times smaller than the largest anywhere with one scale for all (254 times on the same 4 weights).',
      { useInnerText: true },
    );
    expect(await compare.figure('lost')).toEqual(['4 of 8', '0 of 8']);
    expect(await compare.figure('bytes in all')).toEqual(['12', '16']);
  });

  test('marks what is lost and what differs in words', async ({ compare }) => {
    expect(await compare.texts('.side-a .mark')).toEqual(['lost', 'lost', 'lost', 'lost']);
    expect(await compare.texts('.side-b .mark')).toEqual([]);
    expect((await compare.texts('.difference'))[3]).toBe('= same code, same error');
    expect((await compare.texts('.difference'))[6]).toBe(
      '▼ code 95, not 0, error 381 times smaller',
    );
  });

  test('says the same in a table', async ({ compare }) => {
    await compare.element.getByText('The numbers as a table').click();
    const row = compare.element.locator('details.table tbody tr').nth(6);
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
