import type { Locator, Page } from 'playwright/test';

export function stepperOf(page: Page, id: string): Locator {
  return page.locator(`groupwise-stepper[data-state="${id}"]`);
}

export async function goTo(stepper: Locator, step: number): Promise<void> {
  await stepper.getByRole('slider', { name: 'Step' }).fill(String(step));
}

export interface CardTexts {
  readonly weight: string;
  readonly quotient: string;
  readonly code: string;
  readonly recovered: string;
  readonly error: string;
  readonly marks: readonly string[];
}

/** The cards as they read at the last step. */
export async function readCards(stepper: Locator): Promise<CardTexts[]> {
  await goTo(stepper, 9);
  return stepper.locator('.card').evaluateAll((cards) =>
    cards.map((card) => {
      const [quotient = '', code = '', recovered = '', error = ''] = Array.from(
        card.querySelectorAll('dd'),
        (cell) => cell.textContent?.trim() ?? '',
      );
      return {
        weight: card.querySelector('input')?.value ?? '',
        quotient,
        code,
        recovered,
        error,
        marks: Array.from(card.querySelectorAll('.mark'), (mark) => mark.textContent ?? ''),
      };
    }),
  );
}

export interface GroupFacts {
  readonly absmax: string;
  readonly scale: string;
  readonly maxError: string;
}

export async function readGroups(stepper: Locator): Promise<GroupFacts[]> {
  await goTo(stepper, 9);
  return stepper.locator('.group header').evaluateAll((headers) =>
    headers.map((header) => {
      const [absmax = '', scale = '', maxError = ''] = Array.from(
        header.querySelectorAll('.number'),
        (cell) => cell.textContent?.trim() ?? '',
      );
      return { absmax, scale, maxError };
    }),
  );
}
