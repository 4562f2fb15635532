import { test } from './compare-page.ts';
import { expect } from './test.ts';

test.describe('its controls', () => {
  test('change one side, the attribute of that side, and tell the page', async ({ compare }) => {
    await compare.element.evaluate((element) => {
      element.addEventListener('groupwise-change', (event) => {
        element.dataset.told = JSON.stringify((event as CustomEvent).detail.attributes);
      });
    });
    await compare.field('4', 'B').check();
    await expect(compare.element).toHaveAttribute('b-bits', '4');
    await expect(compare.element).not.toHaveAttribute('a-bits');
    // 0.001 is 3.5 steps on paper; in float32 it is 3.49999976.
    expect(await compare.codes('b')).toEqual([7, -5, 6, -5, 3, -7, 5, -3]);
    expect(await compare.codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    const told = JSON.parse((await compare.attribute('data-told')) ?? '{}');
    expect(told).toMatchObject({ 'b-bits': '4', 'a-bits': '8', 'a-group-size': 'tensor' });

    await compare.field('Group size', 'A').selectOption('number');
    await expect(compare.element).toHaveAttribute('a-group-size', '4');
    await compare.field('Group size', 'A').fill('2');
    expect(await compare.figure('scales')).toEqual(['4', '2']);
    await compare.field('Rounding', 'B').selectOption('truncate');
    await expect(compare.element).toHaveAttribute('b-rounding', 'truncate');
    await compare.field('Scale kept as', 'A').selectOption('digits');
    await expect(compare.element).toHaveAttribute('a-scale-format', 'digits:3');
    await compare.field('Significant digits of the scale of A', 'A').selectOption('2');
    expect((await compare.texts('.side-a .group-head .number'))[0]).toBe('0.083');
    await compare.field('Scale by hand', 'B').fill('0.01');
    await expect(compare.element).toHaveAttribute('b-custom-scale', '0.01');
    expect(await compare.texts('.side-b .mark')).toEqual([
      'clipped',
      'clipped',
      'clipped',
      'clipped',
      'lost',
      'lost',
      'lost',
      'lost',
    ]);

    await compare.element.getByRole('button', { name: 'Reset to example' }).click();
    expect(await compare.codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    await expect(compare.element.getByRole('button', { name: 'Reset to example' })).toBeDisabled();
  });

  test('edit, add, remove and paste weights', async ({ compare }) => {
    await compare.element.getByRole('textbox', { name: 'Weight 5', exact: true }).fill('\u22120');
    await expect(compare.element).toHaveAttribute(
      'weights',
      '10.5, -8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008',
    );
    await compare.element.getByRole('button', { name: 'Add a weight' }).click();
    await expect(compare.element.locator('.row')).toHaveCount(9);
    await compare.element.getByRole('button', { name: 'Remove weight 1', exact: true }).click();
    await expect(compare.element).toHaveAttribute(
      'weights',
      '-8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008, 0',
    );
    await compare.element.getByText('All weights as a list').click();
    await compare.element.getByRole('textbox', { name: 'All weights' }).fill('1 2 3');
    await expect(compare.element.locator('.row')).toHaveCount(3);
    await compare.element.getByLabel('Row length').fill('2');
    await expect(compare.element.locator('.row-length .problem')).toContainText('2', {
      useInnerText: true,
    });
    await expect(compare.element).not.toHaveAttribute('row-length');
    await compare.element.getByLabel('Row length').fill('3');
    await expect(compare.element).toHaveAttribute('row-length', '3');
  });

  test('refuse what means nothing, in place, and keep the last good state', async ({ compare }) => {
    await compare.field('Group size', 'B').fill('none');
    await expect(compare.field('Group size', 'B')).toHaveAttribute('aria-invalid', 'true');
    await expect(compare.element.locator('.side-fields .problem')).toContainText('“none”', {
      useInnerText: true,
    });
    expect(await compare.codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    await compare.element.getByRole('textbox', { name: 'Weight 2', exact: true }).fill('1e99');
    await expect(compare.element.locator('.weight .problem')).toContainText(
      'too large for float32',
      { useInnerText: true },
    );
    await expect(compare.element).not.toHaveAttribute('weights');
  });
});
