import type { GroupSize, QuantizeOptions, Rounding, ScaleFormat } from 'groupwise';
import { schema } from 'groupwise/options';

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

/** Everything a walk depends on. */
export interface Settings extends FormatSettings {
  readonly weights: Float32Array;
}

/** Weights walked one by one; of more, the first are shown. */
export const WALK_LIMIT = 256;

export const ROUNDINGS: readonly Rounding[] = schema.rounding.values;
export const BITS: readonly number[] = schema.bits.values;

export const DEFAULTS: Settings = {
  weights: Float32Array.of(0.1, -0.8, 0.05, -0.02),
  groupSize: schema.groupSize.default,
  bits: schema.bits.default,
  rounding: schema.rounding.default,
  scale: schema.scale.default,
  customScale: null,
  rowLength: null,
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
