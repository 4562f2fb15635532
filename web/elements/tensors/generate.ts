import { Pace } from '../raster/pace.ts';
import { mix, normalQuantile } from './normal.ts';
import { type GeneratedSpec, SIGMA } from './spec.ts';

const PIECE = 1 << 14;
const OUTLIERS_PER_COLUMN = 1 / 128;

/** A bit pattern of 32 as a number strictly between 0 and 1. */
function unit(bits: number): number {
  return (bits + 0.5) / 2 ** 32;
}

/** How many times larger each column is: 1, and 8 to 32 for the outlier channels; at least one column is one. */
export function columnFactors({ distribution, columns, seed }: GeneratedSpec): Float64Array {
  const factors = new Float64Array(columns).fill(1);
  if (distribution === 'gaussian') return factors;
  const wanted = Math.max(1, Math.round(columns * OUTLIERS_PER_COLUMN));
  for (let at = 0; at < wanted; at += 1) {
    const key = mix(mix(at) ^ mix(seed ^ 0x5bd1e995));
    const size = unit(mix(key ^ 0x2c1b3c6d));
    factors[Math.floor(unit(key) * columns)] = 8 + 24 * size * size;
  }
  return factors;
}

/** Each weight depends only on its place and the seed. */
export async function generate(
  spec: GeneratedSpec,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Float32Array<ArrayBuffer>> {
  const { rows, columns, seed } = spec;
  const weights = new Float32Array(rows * columns);
  const factors = columnFactors(spec);
  const key = mix(seed ^ 0x9e3779b9);
  const pace = new Pace(signal);
  let column = 0;
  for (let start = 0; start < weights.length; start += PIECE) {
    const end = Math.min(start + PIECE, weights.length);
    for (let index = start; index < end; index += 1) {
      const normal = normalQuantile(unit(mix(mix(index) ^ key)));
      weights[index] = SIGMA * normal * (factors[column] as number);
      column = column + 1 === columns ? 0 : column + 1;
    }
    if (pace.due) {
      onProgress(end / weights.length);
      await pace.rest();
    }
  }
  return weights;
}
