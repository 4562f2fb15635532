import type { WalkedWeight } from '../walk/walk.ts';
import { times } from './names.ts';

/** What B did to one weight that A did not. */
export interface Difference {
  readonly codes: string;
  readonly errors: string;
  /** Which way the error went. */
  readonly error: 'same' | 'smaller' | 'larger';
}

export const DIRECTION_SIGN = { same: '=', smaller: '▼', larger: '▲' } as const;

export function difference(a: WalkedWeight, b: WalkedWeight): Difference {
  return {
    codes: a.code === b.code ? 'same code' : `code ${b.code}, not ${a.code}`,
    ...errorDifference(a.error, b.error),
  };
}

function errorDifference(a: number, b: number): Pick<Difference, 'errors' | 'error'> {
  if (a === b) return { error: 'same', errors: a === 0 ? 'both exact' : 'same error' };
  if (b === 0) return { error: 'smaller', errors: 'now exact' };
  if (a === 0) return { error: 'larger', errors: 'no longer exact' };
  if (b === Number.POSITIVE_INFINITY) return { error: 'larger', errors: 'recovered as infinity' };
  if (a === Number.POSITIVE_INFINITY) return { error: 'smaller', errors: 'no longer infinity' };
  return b < a
    ? { error: 'smaller', errors: `error ${times(a, b)} smaller` }
    : { error: 'larger', errors: `error ${times(b, a)} larger` };
}
