import { GroupwiseError } from './errors.ts';
import { shown } from './shown.ts';

/** @throws {GroupwiseError} `invalid-options` for what is not an object. */
export function checkedObject<T>(value: T, what: string): T {
  if (typeof value === 'object' && value !== null) return value;
  throw new GroupwiseError(
    'invalid-options',
    `the ${what} is ${shown(value)}; allowed is an object`,
  );
}
