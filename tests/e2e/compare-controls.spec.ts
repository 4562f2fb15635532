import { describe, expect, it } from 'vitest';
import { CompareUnderTest } from './compare-page.ts';

const compare = new CompareUnderTest();

describe('its controls', () => {
  it('change one side, the attribute of that side, and tell the page', async () => {
    await compare.element.evaluate((element) => {
      element.addEventListener('groupwise-change', (event) => {
        element.dataset.told = JSON.stringify((event as CustomEvent).detail.attributes);
      });
    });
    await compare.field('4', 'B').check();
    expect(await compare.attribute('b-bits')).toBe('4');
    expect(await compare.attribute('a-bits')).toBeNull();
    // 0.001 is 3.5 steps on paper; in float32 it is 3.49999976.
    expect(await compare.codes('b')).toEqual([7, -5, 6, -5, 3, -7, 5, -3]);
    expect(await compare.codes('a')).toEqual([127, -99, 110, -94, 0, 0, 0, 0]);
    const told = JSON.parse((await compare.attribute('data-told')) ?? '{}');
    expect(told).toMatchObject({ 'b-bits': '4', 'a-bits': '8', 'a-group-size': 'tensor' });

    await compare.field('Group size', 'A').selectOption('number');
    expect(await compare.attribute('a-group-size')).toBe('4');
    await compare.field('Group size', 'A').fill('2');
    expect(await compare.figure('scales')).toEqual(['4', '2']);
    await compare.field('Rounding', 'B').selectOption('truncate');
    expect(await compare.attribute('b-rounding')).toBe('truncate');
    await compare.field('Scale kept as', 'A').selectOption('digits');
    expect(await compare.attribute('a-scale-format')).toBe('digits:3');
    await compare.field('Significant digits of the scale of A', 'A').selectOption('2');
    expect((await compare.texts('.side-a .group-head .number'))[0]).toBe('0.083');
    await compare.field('Scale by hand', 'B').fill('0.01');
    expect(await compare.attribute('b-custom-scale')).toBe('0.01');
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
    expect(
      await compare.element.getByRole('button', { name: 'Reset to example' }).isDisabled(),
    ).toBe(true);
  });

  it('edit, add, remove and paste weights', async () => {
    await compare.element.getByRole('textbox', { name: 'Weight 5', exact: true }).fill('\u22120');
    expect(await compare.attribute('weights')).toBe(
      '10.5, -8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008',
    );
    await compare.element.getByRole('button', { name: 'Add a weight' }).click();
    expect(await compare.element.locator('.row').count()).toBe(9);
    await compare.element.getByRole('button', { name: 'Remove weight 1', exact: true }).click();
    expect(await compare.attribute('weights')).toBe(
      '-8.2, 9.1, -7.8, -0, -0.002, 0.0015, -0.0008, 0',
    );
    await compare.element.getByText('All weights as a list').click();
    await compare.element.getByRole('textbox', { name: 'All weights' }).fill('1 2 3');
    expect(await compare.element.locator('.row').count()).toBe(3);
    await compare.element.getByLabel('Row length').fill('2');
    expect(await compare.element.locator('.row-length .problem').innerText()).toContain('2');
    expect(await compare.attribute('row-length')).toBeNull();
    await compare.element.getByLabel('Row length').fill('3');
    expect(await compare.attribute('row-length')).toBe('3');
  });

  it('refuse what means nothing, in place, and keep the last good state', async () => {
    await compare.field('Group size', 'B').fill('none');
    expect(await compare.field('Group size', 'B').getAttribute('aria-invalid')).toBe('true');
    expect(await compare.element.locator('.side-fields .problem').innerText()).toContain('“none”');
    expect(await compare.codes('b')).toEqual([127, -99, 110, -94, 64, -127, 95, -51]);
    await compare.element.getByRole('textbox', { name: 'Weight 2', exact: true }).fill('1e99');
    expect(await compare.element.locator('.weight .problem').innerText()).toContain(
      'too large for float32',
    );
    expect(await compare.attribute('weights')).toBeNull();
  });
});
