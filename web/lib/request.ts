import type { Request } from '#core/simd.mjs';
import { readOptions } from './options/read.ts';
import { schema } from './options/schema.ts';
import type { QuantizeOptions, Rounding } from './types.ts';

// The numbers of the core's enums.
const groupKinds = { count: 0, row: 1, tensor: 2 } as const;
const roundings: Record<Rounding, number> = { 'half-away': 0, 'half-even': 1, truncate: 2 };
const scaleKinds = { float32: 0, float16: 1, bfloat16: 2, decimal: 3 } as const;

/** What a call computes with: its options with the defaults filled in. */
export type Settings = Required<Omit<QuantizeOptions, 'rowLength' | 'customScale'>> &
  Pick<QuantizeOptions, 'rowLength' | 'customScale'>;

const taken = ['groupSize', 'bits', 'rowLength', 'scale', 'rounding', 'customScale'] as const;

const defaults = {
  groupSize: schema.groupSize.default,
  bits: schema.bits.default,
  scale: schema.scale.default,
  rounding: schema.rounding.default,
};

/**
 * Reads the options of a call, which is to be done before anything else: a getter may do what it likes.
 * @throws {GroupwiseError} `invalid-options`, `invalid-rounding`
 */
export function settingsOf(options: QuantizeOptions): Settings {
  return { ...defaults, ...readOptions(options, taken) };
}

/** Settings as the core takes them. It validates: what is not a number here becomes NaN, which it refuses. */
export function requestOf(length: number, settings: Settings): Request {
  const { groupSize, scale, rowLength, customScale } = settings;
  const digits = typeof scale === 'object' && scale !== null ? number(scale.digits) : Number.NaN;
  return {
    length,
    groupKind:
      groupSize === 'row' || groupSize === 'tensor' ? groupKinds[groupSize] : groupKinds.count,
    groupSize: number(groupSize),
    hasRowLength: rowLength !== undefined,
    rowLength: number(rowLength),
    bits: number(settings.bits),
    rounding: roundings[settings.rounding],
    scaleKind:
      typeof scale === 'string' ? (scaleKinds[scale] ?? scaleKinds.decimal) : scaleKinds.decimal,
    digits,
    hasCustomScale: customScale !== undefined,
    customScale: number(customScale),
  };
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}
