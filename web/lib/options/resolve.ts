import type { PlanOptions } from '#core/simd.mjs';
import type { FormatInfo, QuantizeOptions } from '../api/types.ts';
import { describeValue } from '../errors/describe-value.ts';
import { GroupwiseError } from '../errors/error.ts';
import { nearest } from './nearest.ts';
import { readOptions } from './read.ts';
import { schema } from './schema.ts';

/** The options that say what a tensor becomes. */
const QUANTIZE_OPTIONS = [
  'format',
  'groupSize',
  'bits',
  'rowLength',
  'scale',
  'rounding',
  'customScale',
] as const;

/** Those of them that have a default, which holds where the format takes the option. */
const WITH_DEFAULT = ['groupSize', 'bits', 'scale', 'rounding'] as const;

/** What a call computes with: its options, with the defaults of those that the format takes filled in. */
export type Settings = QuantizeOptions & { readonly format: string };

/**
 * Reads the options of a call, which is to be done before anything else: a getter may do what it likes.
 *
 * @param formats the table, to find the format in
 * @throws {GroupwiseError} `invalid-options`, `unknown-format`, `invalid-rounding`
 */
export function settingsOf(options: QuantizeOptions, formats: readonly FormatInfo[]): Settings {
  const given = readOptions(options, QUANTIZE_OPTIONS);
  const name = given.format ?? schema.format.default;
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw unknownFormat(name, formats);
  const defaults = WITH_DEFAULT.filter((option) => format.takes[option]).map((option) => [
    option,
    schema[option].default,
  ]);
  return { ...Object.fromEntries(defaults), ...given, format: name };
}

/** @throws {GroupwiseError} always; it names the nearest and lists all */
function unknownFormat(name: unknown, formats: readonly FormatInfo[]): GroupwiseError {
  const names = formats.map((each) => each.name);
  const like = typeof name === 'string' ? nearest(name, names) : undefined;
  return new GroupwiseError(
    'unknown-format',
    `format is ${describeValue(name)}${like === undefined ? '' : ` (did you mean ${like}?)`}; ` +
      `allowed are ${names.join(', ')}`,
  );
}

/** Settings as the core takes them. It validates: what is not a number here becomes NaN, which it refuses. */
export function planOptionsOf(settings: Settings): PlanOptions {
  const { groupSize, rowLength, bits, rounding, scale, customScale } = settings;
  const named = groupSize === 'row' || groupSize === 'tensor';
  const plain = schema.scale.values.find((value) => value === scale && typeof value === 'string');
  return {
    groupKind: groupSize === undefined ? undefined : named ? groupSize : 'count',
    groupSize: named ? undefined : optionalNumber(groupSize),
    rowLength: optionalNumber(rowLength),
    bits: optionalNumber(bits),
    rounding,
    scale: scale === undefined ? undefined : ((plain as 'float32' | undefined) ?? 'decimal'),
    digits: typeof scale === 'object' && scale !== null ? number(scale.digits) : undefined,
    customScale: optionalNumber(customScale),
  };
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function optionalNumber(value: unknown): number | undefined {
  return value === undefined ? undefined : number(value);
}
