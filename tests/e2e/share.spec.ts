import type { Page } from 'playwright/test';
import { goTo, stepperOf } from './stepper.ts';
import { expect, test } from './test.ts';

const shareOf = (page: Page, section: string) => page.locator(`section#${section} page-share`);

test.describe('a link to a section', () => {
  test('brings back that section with its state, and no other’s', async ({ under }) => {
    const page = await under.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await goTo(stepperOf(page, 'one-scale'), 2);
    await stepperOf(page, 'groups').getByLabel('Rounding').selectOption('truncate');
    await goTo(stepperOf(page, 'groups'), 8);
    const share = shareOf(page, 'groups-of-four');
    await share.getByRole('button', { name: 'Copy link' }).click();
    await share.getByRole('status').getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${under.url}#groups-of-four&groups.rounding=truncate&groups.step=error`);

    const other = await under.open(new URL(link).hash);
    await stepperOf(other, 'groups').locator('h3', { hasText: 'Error' }).waitFor();
    await expect(stepperOf(other, 'groups')).toHaveAttribute('rounding', 'truncate');
    await expect(stepperOf(other, 'one-scale')).toHaveAttribute('step', 'recover');
    await other.waitForFunction(() => {
      const top = document.getElementById('groups-of-four')?.getBoundingClientRect().top ?? -1;
      return top >= 0 && top < 100;
    });
    await other.close();
  });

  test('is selected where the clipboard is refused', async ({ under }) => {
    const page = await under.blank();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(under.url);
    const share = shareOf(page, 'scale');
    await share.getByRole('button', { name: 'Copy link' }).click();
    const field = share.getByRole('textbox', { name: /Link/ });
    expect(await field.inputValue()).toBe(`${under.url}#scale`);
    const isAllSelected = (input: HTMLElement | SVGElement) =>
      input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement
        ? input.selectionStart === 0 && input.selectionEnd === input.value.length
        : false;
    expect(await field.evaluate(isAllSelected)).toBe(true);
    await expect(share.getByRole('status')).toContainText('does not allow copying', {
      useInnerText: true,
    });
    await share.getByRole('button', { name: 'Embed' }).click();
    await share.getByRole('button', { name: 'Copy: As a frame' }).click();
    expect(await share.getByRole('textbox', { name: 'As a frame' }).evaluate(isAllSelected)).toBe(
      true,
    );
  });
});

test.describe('back and forward', () => {
  test('undo and redo what was done at each control', async ({ under }) => {
    const page = await under.open();
    const stepper = stepperOf(page, 'one-scale');
    const hashIs = (hash: string) => page.waitForFunction((text) => location.hash === text, hash);
    await stepper.locator('.segmented label', { hasText: '5' }).click();
    await hashIs('#one-scale.bits=5');
    await stepper.locator('.segmented label', { hasText: '4' }).click();
    await hashIs('#one-scale.bits=4');
    await goTo(stepper, 8);
    await hashIs('#one-scale.bits=4&one-scale.step=error');
    await page.goBack();
    await stepper.locator('h3', { hasText: 'Recover' }).waitFor();
    await expect(stepper).toHaveAttribute('bits', '4');
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelector('[data-state=one-scale]')?.getAttribute('bits') !== '4',
    );
    expect(new URL(page.url()).hash).toBe('');
    await page.goForward();
    await page.goForward();
    await stepper.locator('h3', { hasText: 'Error' }).waitFor();
    await expect(stepper).toHaveAttribute('bits', '4');
  });

  test('leave the elements alone where only the place changes', async ({ under }) => {
    const page = await under.open('#one-scale.bits=4');
    await page.locator('nav a', { hasText: 'A real layer' }).click();
    expect(new URL(page.url()).hash).toBe('#layer');
    await expect(stepperOf(page, 'one-scale')).toHaveAttribute('bits', '4');
    await page.goBack();
    await expect(stepperOf(page, 'one-scale')).toHaveAttribute('bits', '4');
  });
});

test.describe('every element of the page', () => {
  for (const [id, name, value] of [
    ['compare', 'b-bits', '3'],
    ['precision', 'a-group-size', '2'],
    ['layer-size', 'parameters', '128 x 64'],
    ['model-size', 'bits', '4'],
    ['explorer', 'bits', '4'],
    ['tradeoff', 'goal', 'size'],
    ['speed', 'group-size', '64'],
  ] as const)
    test(`${id} takes part`, async ({ under }) => {
      const page = await under.open(`#${id}.${name}=${encodeURIComponent(value)}`);
      const element = page.locator(`[data-state="${id}"]`);
      await page.waitForFunction(
        ([each, attribute, text]) =>
          document.querySelector(`[data-state="${each}"]`)?.getAttribute(attribute) === text,
        [id, name, value] as const,
      );
      await expect(page.locator('.notice')).toBeHidden();
      await page.evaluate(() => {
        location.hash = '';
      });
      await page.waitForFunction(
        ([each, attribute, text]) =>
          document.querySelector(`[data-state="${each}"]`)?.getAttribute(attribute) !== text,
        [id, name, value] as const,
      );
      await page.evaluate(
        ([each]) => {
          location.hash = `${each}.bits=nine&${each}.toast=1`;
        },
        [id] as const,
      );
      await page.locator('.notice li').first().waitFor();
      await expect(element).toHaveCount(1);
    });
});
