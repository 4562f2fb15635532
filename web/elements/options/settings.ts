import type { GroupSize, QuantizeOptions, Rounding, ScaleFormat } from 'groupwise';
import { schema } from 'groupwise/options';
import { type Row, row } from '../state/schema.ts';
import { optional } from '../text/parsed.ts';

/** How weights are quantized. A value: never changed in place. */
export interface FormatSettings {
  readonly groupSize: GroupSize;
  readonly bits: number;
  readonly rounding: Rounding;
  readonly scale: ScaleFormat;
  /** A scale picked by hand; null: absmax / qmax. */
  readonly customScale: number | null;
  /** Weights in one row; null: one row. */
  readonly rowLength: number | null;
}

export const ROUNDINGS: readonly Rounding[] = schema.rounding.values;
export const BITS: readonly number[] = schema.bits.values;

export const DEFAULT_FORMAT: FormatSettings = {
  groupSize: schema.groupSize.default,
  bits: schema.bits.default,
  rounding: schema.rounding.default,
  scale: schema.scale.default,
  customScale: null,
  rowLength: null,
};

export const customScaleText = optional(schema.customScale);
export const rowLengthText = optional(schema.rowLength);

export type FormatAttribute =
  | 'group-size'
  | 'bits'
  | 'rounding'
  | 'scale-format'
  | 'custom-scale'
  | 'row-length';

/** The attributes that say how weights are quantized: those of every element, and of the page's URL. */
export const formatRows: Readonly<Record<FormatAttribute, Row<FormatSettings>>> = {
  'group-size': row('groupSize', schema.groupSize),
  bits: row('bits', schema.bits),
  rounding: row('rounding', schema.rounding),
  'scale-format': row('scale', schema.scale),
  'custom-scale': row('customScale', customScaleText),
  'row-length': row('rowLength', rowLengthText),
};

/** The settings as the quantizer takes them. */
export function quantizeOptions(settings: FormatSettings): QuantizeOptions {
  const { groupSize, bits, rounding, scale, customScale, rowLength } = settings;
  return {
    groupSize,
    bits,
    rounding,
    scale,
    ...(customScale !== null && { customScale }),
    ...(rowLength !== null && { rowLength }),
  };
}
