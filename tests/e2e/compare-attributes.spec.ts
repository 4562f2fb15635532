import { test } from './compare-page.ts';
import { expect } from './test.ts';

test.describe('its attributes', () => {
  test('may be set, changed and removed at any time', async ({ compare }) => {
    await compare.element.evaluate((element) => {
      element.setAttribute('weights', '1, 2, 4');
      element.setAttribute('a-bits', '2');
    });
    expect(await compare.codes('a')).toEqual([0, 1, 1]);
    await compare.element.evaluate((element) => element.removeAttribute('weights'));
    expect(await compare.codes('a')).toEqual([1, -1, 1, -1, 0, 0, 0, 0]);
  });

  test('may give way to the text between the tags, which is never markup', async ({ compare }) => {
    await compare.element.evaluate((element) => {
      element.textContent = '1, 2, 4';
    });
    expect(await compare.codes('a')).toEqual([32, 64, 127]);
    await compare.element.getByRole('textbox', { name: 'Weight 1', exact: true }).fill('4');
    await expect(compare.element).toHaveAttribute('weights', '4, 2, 4');
    await compare.element.evaluate((element) => {
      element.textContent = '-4, <b>2</b>';
    });
    expect(await compare.texts('.notices li')).toEqual([
      'weights: weight 2: “<b>2</b>” is not a number. The default is used.',
    ]);
    await compare.element.evaluate((element) => {
      element.textContent = '';
    });
    expect(await compare.codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
  });

  test('that are hostile leave a note and nothing else', async ({ compare }) => {
    await compare.element.evaluate((element) => {
      element.setAttribute('weights', '<img src=x onerror=alert(1)>, NaN');
      element.setAttribute('a-group-size', '-1');
      element.setAttribute('b-bits', '</style><script>');
      element.setAttribute('b-scale-format', 'digits:0');
    });
    expect(await compare.texts('.notices li')).toHaveLength(4);
    await expect(compare.element.locator('img, script')).toHaveCount(0);
    expect(await compare.codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
  });

  test('with 100,000 weights: the first 256 are compared, and that is said', async ({
    compare,
  }) => {
    await compare.element.evaluate((element) =>
      element.setAttribute('weights', '1 '.repeat(100_000)),
    );
    await compare.element.locator('.row').nth(255).waitFor();
    await expect(compare.element.locator('.row')).toHaveCount(256);
    expect(await compare.texts('.notices li')).toEqual([
      'weights: 100,000 were given; the first 256 are compared.',
    ]);
  });
});
