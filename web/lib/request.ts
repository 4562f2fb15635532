import type { Request } from '#core/simd.mjs';
import { checkedObject } from './checked-object.ts';
import { GroupwiseError } from './errors.ts';
import { shown } from './shown.ts';
import type { QuantizeOptions, Rounding } from './types.ts';

/** The defaults of every option, here and nowhere else. */
const defaults = { groupSize: 32, bits: 8, scale: 'float32', rounding: 'half-away' } as const;

// The numbers of the core's enums.
const groupKinds = { count: 0, row: 1, tensor: 2 } as const;
const roundings: Record<Rounding, number> = { 'half-away': 0, 'half-even': 1, truncate: 2 };
const scaleKinds = { float32: 0, float16: 1, bfloat16: 2, decimal: 3 } as const;

/** What a call computes with: its options with the defaults filled in. */
export type Settings = Required<Omit<QuantizeOptions, 'rowLength' | 'customScale'>> &
  Pick<QuantizeOptions, 'rowLength' | 'customScale'>;

export function settingsOf(options: QuantizeOptions): Settings {
  const settings = { ...defaults, ...withoutUndefined(checkedObject(options, 'options argument')) };
  if (typeof settings.rounding !== 'string' || !Object.hasOwn(roundings, settings.rounding)) {
    throw new GroupwiseError(
      'invalid-rounding',
      `rounding is ${shown(settings.rounding)}; allowed are 'half-away', 'half-even' and 'truncate'`,
    );
  }
  return settings;
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

function withoutUndefined(options: QuantizeOptions): QuantizeOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
