import { type Palette, STEPS } from './palette.ts';

/** Errors are shown on a logarithmic range of this many decades, the same for all settings, so that they can be compared. */
export const ERROR_DECADES = 4;

/** Signed values: zero is the ground, `limit` and more the full colour. */
export function paintSigned(
  peaks: Float32Array,
  limit: number,
  palette: Palette,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint32Array(peaks.length);
  const perUnit = limit > 0 ? (STEPS - 1) / limit : 0;
  for (let at = 0; at < peaks.length; at += 1) {
    const value = peaks[at] as number;
    if (Number.isNaN(value)) continue;
    const step = Math.min(STEPS - 1, Math.round(Math.abs(value) * perUnit));
    pixels[at] = (value < 0 ? palette.negative : palette.positive)[step] as number;
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
  const perDecade = (STEPS - 1) / ERROR_DECADES;
  for (let at = 0; at < peaks.length; at += 1) {
    const value = peaks[at] as number;
    if (Number.isNaN(value)) continue;
    const decades = ERROR_DECADES + Math.log10(Math.abs(value) / limit);
    const step = Math.max(0, Math.min(STEPS - 1, Math.round(decades * perDecade)));
    pixels[at] = palette.error[step] as number;
  }
  return new Uint8ClampedArray(pixels.buffer);
}
