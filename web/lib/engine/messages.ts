import type { ErrorCode } from '#core/simd.mjs';
import type { FormatInfo, QuantizeOptions } from '../api/types.ts';
import { GroupwiseError } from '../errors/error.ts';
import { refusal } from '../options/read.ts';
import { schema } from '../options/schema.ts';

/** What a call was given, to say it in an error. */
export interface Received {
  readonly options: QuantizeOptions;
  readonly format: FormatInfo;
  readonly length: number;
  readonly weights?: Float32Array;
  readonly codes?: Int8Array;
  readonly scales?: Float32Array;
  readonly offsets?: Float32Array;
  /** Of valid options. */
  readonly codeRange?: { readonly least: number; readonly most: number };
}

// By the bindings' own type: a name that CoreErrorCode lacks does not compile below.
type Core = Exclude<ErrorCode, 'none'>;
type Message = (received: Received, index: number, at: number) => string;

// The options in the order of the core's `Takes`.
const OPTIONS = ['groupSize', 'bits', 'rounding', 'scale', 'customScale'] as const;

const MESSAGES: { [Code in Core]: Message } = {
  'non-finite-weight': ({ weights }, index, at) =>
    `weight ${index} is ${weights?.[at]}; every weight must be finite`,
  'invalid-bits': ({ options }) => refusal(schema.bits, options.bits),
  'invalid-group-size': ({ options, format }) =>
    format.group === undefined
      ? refusal(schema.groupSize, options.groupSize)
      : `groupSize is ${schema.groupSize.show(options.groupSize)}; allowed is ${format.group}, which ${format.name} is made of`,
  'invalid-row-length': ({ options, length }) =>
    refusal(schema.rowLength, options.rowLength, length),
  'invalid-scale-format': ({ options }) => refusal(schema.scale, options.scale),
  'invalid-custom-scale': ({ options }) => refusal(schema.customScale, options.customScale),
  'scale-overflow': ({ options, format }, index) =>
    format.block === undefined
      ? `the scale of group ${index} is too large for the format ${schema.scale.show(options.scale ?? schema.scale.default)}` +
        `${options.scale === 'float16' ? ' (its largest value is 65504)' : ''}`
      : `the scale of block ${index} is too large for ${format.name}`,
  'invalid-scale': ({ scales, offsets }, index, at) =>
    offsets === undefined
      ? `the scale of group ${index} is ${scales?.[at]}; a scale must be finite and above 0`
      : `the scale of group ${index} is ${scales?.[at]}, its offset ${offsets[at]}; both must be finite`,
  'invalid-code': ({ codes, codeRange, format, options }, index, at) =>
    `code ${index} is ${codes?.[at]}; codes of ${format.block === undefined ? `${options.bits} bits` : format.name} lie in ` +
    `${codeRange?.least} to ${codeRange?.most}`,
  'length-mismatch': () => 'the numbers of weights, codes and scales do not fit together',
  'unknown-format': ({ options }) => refusal(schema.format, options.format),
  'unsupported-option': ({ options, format }, index) => {
    const option = OPTIONS[index] ?? 'groupSize';
    const taken = OPTIONS.filter((name) => format.takes[name]);
    return (
      `${option} is ${schema[option].show(options[option])}; ${format.name} does not take it, ` +
      `but ${['rowLength', ...taken].join(', ')}`
    );
  },
  'length-not-in-blocks': ({ options, length, format }) => {
    const block = format.block ?? 1;
    const row = options.rowLength ?? length;
    const below = Math.floor(row / block) * block;
    const fits = below === 0 ? `${block}` : `${below} or ${below + block}`;
    return (
      `${options.rowLength === undefined ? `there are ${length} weights` : `rowLength is ${row}`}; ` +
      `${format.name} packs blocks of ${block}, so a row has a multiple of ${block} weights (${fits} would do)`
    );
  },
  'invalid-bytes': ({ format }, index) =>
    `block ${index} holds bytes that no ${format.name} encoder writes`,
  'cannot-pack': ({ format }, index) =>
    `block ${index} has codes, a scale or an offset that ${format.name} cannot store`,
  'out-of-memory': ({ length }) => outOfMemoryMessage(length),
};

const WITH_INDEX: readonly Core[] = [
  'non-finite-weight',
  'scale-overflow',
  'invalid-scale',
  'invalid-code',
  'invalid-bytes',
  'cannot-pack',
];

/**
 * The core's error as a `GroupwiseError`.
 * @param at index into what was received
 * @param origin what to add to it for the index in the whole tensor
 */
export function coreError(code: string, received: Received, at = 0, origin = 0): GroupwiseError {
  const known = code as Core;
  const index = at + origin;
  const message = MESSAGES[known](received, index, at);
  return new GroupwiseError(known, message, WITH_INDEX.includes(known) ? index : undefined);
}

export function outOfMemoryMessage(length: number): string {
  return `no memory for ${length} weights; quantize the tensor in pieces of whole rows, or in smaller groups`;
}
