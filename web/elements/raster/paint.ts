import { type Palette, STEPS } from './palette.ts';

/** Errors are shown on a logarithmic range of this many decades, the same for all settings, so that they can be compared. */
export const ERROR_DECADES = 4;

/** The step of a palette's ramp for a value. */
export function signedStep(value: number, limit: number): number {
  return limit > 0 ? Math.min(STEPS - 1, Math.round((Math.abs(value) / limit) * (STEPS - 1))) : 0;
}

/** The step for an error; 0, the ground, for none. */
export function errorStep(value: number, limit: number): number {
  const decades = ERROR_DECADES + Math.log10(Math.abs(value) / (limit > 0 ? limit : 1));
  return Math.max(0, Math.min(STEPS - 1, Math.round((decades / ERROR_DECADES) * (STEPS - 1))));
}

/** Signed values: zero is the ground, `limit` and more the full colour. */
export function paintSigned(
  peaks: Float32Array,
  limit: number,
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(peaks.length);
  for (let at = 0; at < peaks.length; at += 1) {
    const value = peaks[at] as number;
    if (Number.isNaN(value)) continue;
    const ramp = value < 0 ? palette.negative : palette.positive;
    pixels[at] = ramp[signedStep(value, limit)] as number;
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** Magnitudes of errors, from `limit` / 10^4 (and less: the ground) to `limit`. */
export function paintErrors(
  peaks: Float32Array,
  limit: number,
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(peaks.length);
  for (let at = 0; at < peaks.length; at += 1) {
    const value = peaks[at] as number;
    if (Number.isNaN(value)) continue;
    pixels[at] = palette.error[errorStep(value, limit)] as number;
  }
  return new Uint8ClampedArray(pixels.buffer);
}
