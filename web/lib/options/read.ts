import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';
import { checkedObject } from './checked-object.ts';
import { nearest } from './nearest.ts';
import { type Option, type OptionName, type OptionValues, schema } from './schema.ts';

type AnyOption = Pick<
  Option<unknown>,
  'name' | 'attribute' | 'allowed' | 'code' | 'takes' | 'own' | 'show'
>;

/**
 * The options that a call was given. Each is read once, and what comes back is nobody else's: a getter that changes
 * its mind, or an object that is changed later, does not matter. Undefined is as good as not given.
 *
 * @param names of the options that the call takes
 * @throws {GroupwiseError} `invalid-options` for what is not an object or has an option of another name; an option's own
 *   code for a value that the core does not check itself
 */
export function readOptions<Name extends OptionName>(
  options: object,
  names: readonly Name[],
): Partial<Pick<OptionValues, Name>> {
  const given = Object.entries({ ...checkedObject(options, 'options argument') });
  const read = given.flatMap(([name, value]) => {
    if (value === undefined) return [];
    const known = names.find((each) => each === name);
    if (known === undefined) throw unknownOption(name, names);
    const option: AnyOption = schema[known];
    const own = option.own ? option.own(value) : value;
    if (option.takes?.(own) === false) throw new GroupwiseError(option.code, refusal(option, own));
    return [[name, own]];
  });
  return Object.fromEntries(read);
}

/** Why a value of an option is refused: what was received, and what is allowed. @param length the number of weights */
export function refusal(option: AnyOption, value: unknown, length?: number): string {
  const { name, allowed, show } = option;
  const words =
    length === undefined ? allowed : allowed.replace('the weights', `the ${length} weights`);
  return `${name} is ${show(value)}; allowed ${/^an? /.test(words) ? 'is' : 'are'} ${words}`;
}

function unknownOption(name: string, names: readonly OptionName[]): GroupwiseError {
  const byName = new Map(
    names.flatMap((each) => [
      [each as string, each],
      [schema[each].attribute, each],
    ]),
  );
  const meant = byName.get(nearest(name, [...byName.keys()]) ?? '');
  return new GroupwiseError(
    'invalid-options',
    `${describeValue(name)} is not an option of this call${meant ? ` (did you mean ${meant}?)` : ''}; ` +
      `allowed are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,
  );
}
