import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';

/** @throws {GroupwiseError} `invalid-options` for what is not an object. */
export function checkedObject<T>(value: T, what: string): T {
  if (typeof value === 'object' && value !== null) return value;
  throw new GroupwiseError(
    'invalid-options',
    `the ${what} is ${describeValue(value)}; allowed is an object`,
  );
}
