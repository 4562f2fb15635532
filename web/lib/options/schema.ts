import type { GroupSize, Rounding, ScaleFormat, Variant } from '../api/types.ts';
import { describeValue } from '../errors/describe-value.ts';
import type { GroupwiseErrorCode } from '../errors/error.ts';
import { float32Text, parseFloat32, whyNotFloat32 } from './float32.ts';
import { quoted, type Reading } from './reading.ts';

/** An option: what it is called, what it may be, and how it is written. */
export interface Option<Value, Default extends Value | undefined = Value> {
  /** In calls. */
  readonly name: string;
  /** In tags and URLs, and after `--` on a command line. */
  readonly attribute: string;
  /** Undefined: it is not set. */
  readonly default: Default;
  /** What it is, in one sentence. */
  readonly help: string;
  /** The values in words, as they stand after “allowed is” or “allowed are”. */
  readonly allowed: string;
  /** The values that have names or can be listed, in the order in which to offer them. There may be others. */
  readonly values: readonly Value[];
  /** The code of the error that refuses anything else. */
  readonly code: GroupwiseErrorCode;
  /** Where the core does not check a value: whether it is allowed. */
  readonly takes?: (value: unknown) => boolean;
  /** A value that its giver cannot change any more, where it is not a plain one. */
  readonly own?: (value: unknown) => unknown;
  /** Any value, short enough for a message. */
  readonly show: (value: unknown) => string;
  /** The value that a text means. */
  readonly read: (text: string) => Reading<Value>;
  /** The text that {@link read} reads back to the same value. */
  readonly write: (value: Value) => string;
}

const maxCount = 2 ** 31 - 1;
export const maxThreads = 64;
const roundings = ['half-away', 'half-even', 'truncate'] as const satisfies Rounding[];
const scales = ['float32', 'float16', 'bfloat16'] as const satisfies ScaleFormat[];
const bitCounts = [2, 3, 4, 5, 6, 7, 8] as const;
const variants = ['auto', 'scalar', 'simd', 'threads'] as const satisfies ('auto' | Variant)[];

/** Reads by `parse`; a text of which it makes nothing is not `expected`. */
function reader<Value>(
  expected: string,
  parse: (text: string) => Value | undefined,
): (text: string) => Reading<Value> {
  return (text) => {
    const value = parse(text.trim());
    return value === undefined ? { problem: `${quoted(text)} is not ${expected}` } : { value };
  };
}

function oneOf<Value extends string | number>(values: readonly Value[]) {
  return (text: string): Value | undefined => values.find((value) => String(value) === text);
}

function wholeNumber(most: number) {
  return (text: string): number | undefined => {
    const value = Number(text);
    return /^\d+$/.test(text) && value >= 1 && value <= most ? value : undefined;
  };
}

/** A whole number from 1. */
export const readCount = reader('a whole number from 1', wholeNumber(maxCount));

function parseScale(text: string): ScaleFormat | undefined {
  const digits = /^digits:([1-9])$/.exec(text)?.[1];
  return digits === undefined ? oneOf(scales)(text) : { digits: Number(digits) };
}

function readCustomScale(text: string): Reading<number> {
  const value = parseFloat32(text);
  if (value === undefined) return { problem: whyNotFloat32(text) };
  return value > 0 ? { value } : { problem: `${quoted(text)} is not above 0` };
}

const hasDigits = (scale: unknown): scale is { readonly digits: unknown } =>
  typeof scale === 'object' && scale !== null && 'digits' in scale;

/** Every option that there is, a row each. Whatever lists options, reads their texts or fills in defaults reads it here. */
export interface Schema {
  readonly groupSize: Option<GroupSize, number>;
  readonly bits: Option<number>;
  readonly rowLength: Option<number, undefined>;
  readonly scale: Option<ScaleFormat, 'float32'>;
  readonly rounding: Option<Rounding, 'half-away'>;
  readonly customScale: Option<number, undefined>;
  readonly format: Option<string>;
  readonly variant: Option<'auto' | Variant, 'auto'>;
  readonly threads: Option<number, undefined>;
}

export const schema: Schema = {
  groupSize: {
    name: 'groupSize',
    attribute: 'group-size',
    default: 32,
    help: 'How many consecutive weights of a row share one scale.',
    allowed: "whole numbers from 1, 'row' and 'tensor'",
    values: ['row', 'tensor'],
    code: 'invalid-group-size',
    show: describeValue,
    read: reader(
      'a whole number from 1, “row” or “tensor”',
      (text) => oneOf(['row', 'tensor'] as const)(text) ?? wholeNumber(maxCount)(text),
    ),
    write: String,
  },
  bits: {
    name: 'bits',
    attribute: 'bits',
    default: 8,
    help: 'Bits of a code.',
    allowed: 'the whole numbers 2 to 8',
    values: bitCounts,
    code: 'invalid-bits',
    show: describeValue,
    read: reader('a whole number from 2 to 8', oneOf<number>(bitCounts)),
    write: String,
  },
  rowLength: {
    name: 'rowLength',
    attribute: 'row-length',
    default: undefined,
    help: 'Weights in one row, which no group crosses; without it all weights are one row.',
    allowed: 'a whole number from 1 that divides the weights',
    values: [],
    code: 'invalid-row-length',
    show: describeValue,
    read: readCount,
    write: String,
  },
  scale: {
    name: 'scale',
    attribute: 'scale-format',
    default: 'float32',
    help: 'The precision in which a scale is stored: a float format, or a number of significant decimal digits.',
    allowed: "'float32', 'float16', 'bfloat16' and { digits: 1 to 9 }",
    values: scales,
    code: 'invalid-scale-format',
    own: (scale) => (hasDigits(scale) ? { digits: scale.digits } : scale),
    show: (scale) =>
      hasDigits(scale) ? `{ digits: ${describeValue(scale.digits)} }` : describeValue(scale),
    read: reader('float32, float16, bfloat16 or digits:1 to digits:9', parseScale),
    write: (scale) => (typeof scale === 'string' ? scale : `digits:${scale.digits}`),
  },
  rounding: {
    name: 'rounding',
    attribute: 'rounding',
    default: 'half-away',
    help: 'How weight / scale becomes an integer: to the nearest, with ties away from zero or to even, or cut off.',
    allowed: "'half-away', 'half-even' and 'truncate'",
    values: roundings,
    code: 'invalid-rounding',
    takes: (value) => roundings.some((rounding) => rounding === value),
    show: describeValue,
    read: reader(`one of ${roundings.join(', ')}`, oneOf<Rounding>(roundings)),
    write: String,
  },
  customScale: {
    name: 'customScale',
    attribute: 'custom-scale',
    default: undefined,
    help: 'A scale picked by hand for every group that is not all zero; without it a group’s scale is absmax / qmax.',
    allowed: 'a number that is finite and above 0 as a float32',
    values: [],
    code: 'invalid-custom-scale',
    show: describeValue,
    read: readCustomScale,
    write: float32Text,
  },
  format: {
    name: 'format',
    attribute: 'format',
    default: 'integer',
    help: 'How codes and scales are made and laid out in bytes.',
    allowed: 'the names of formats',
    values: [],
    code: 'invalid-options',
    show: describeValue,
    read: reader('the name of a format', (text) => (/^[a-z]\w*$/.test(text) ? text : undefined)),
    write: String,
  },
  variant: {
    name: 'variant',
    attribute: 'variant',
    default: 'auto',
    help: 'The build of the core that runs: without SIMD, with SIMD, with SIMD and threads, or the fastest that can run.',
    allowed: "'auto', 'scalar', 'simd' and 'threads'",
    values: variants,
    code: 'unsupported-variant',
    takes: (value) => variants.some((variant) => variant === value),
    show: describeValue,
    read: reader(`one of ${variants.join(', ')}`, oneOf<'auto' | Variant>(variants)),
    write: String,
  },
  threads: {
    name: 'threads',
    attribute: 'threads',
    default: undefined,
    help: 'Threads of the variant with threads; without it as many as the machine can run at once.',
    allowed: `the whole numbers 1 to ${maxThreads}`,
    values: [],
    code: 'invalid-threads',
    takes: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxThreads,
    show: describeValue,
    read: reader(`a whole number from 1 to ${maxThreads}`, wholeNumber(maxThreads)),
    write: String,
  },
};

export type OptionName = keyof Schema;

type Value<Row> = Row extends Option<infer Value, infer _> ? Value : never;

/** The values of options, by name. */
export type OptionValues = {
  readonly [Name in OptionName]: Value<Schema[Name]>;
};
