import type { GroupSize, Rounding, ScaleFormat } from 'groupwise';
import { parseFloat32 } from '../text/float32.ts';
import { parseWeights, whyNot } from '../text/parse.ts';
import { BITS, ROUNDINGS } from './settings.ts';

/** What a text means, or why it means nothing. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };

const LARGEST_COUNT = 2 ** 31 - 1;

function shown(text: string): string {
  return text.length > 24 ? `“${text.slice(0, 24)}…”` : `“${text}”`;
}

export function readWeights(text: string): Reading<Float32Array> {
  const { values, problems } = parseWeights(text);
  const [problem] = problems;
  return problem
    ? { problem: `weight ${problem.index + 1}: ${problem.reason}` }
    : { value: values };
}

export function readCount(text: string): Reading<number> {
  const plain = text.trim();
  const value = Number(plain);
  if (/^\d+$/.test(plain) && value >= 1 && value <= LARGEST_COUNT) return { value };
  return { problem: `${shown(text)} is not a whole number from 1` };
}

export function readGroupSize(text: string): Reading<GroupSize> {
  const plain = text.trim();
  if (plain === 'row' || plain === 'tensor') return { value: plain };
  const count = readCount(text);
  return 'value' in count
    ? count
    : { problem: `${shown(text)} is not a whole number from 1, “row” or “tensor”` };
}

export function readBits(text: string): Reading<number> {
  const value = BITS.find((bits) => String(bits) === text.trim());
  return value === undefined
    ? { problem: `${shown(text)} is not a whole number from 2 to 8` }
    : { value };
}

export function readRounding(text: string): Reading<Rounding> {
  const value = ROUNDINGS.find((rounding) => rounding === text.trim());
  return value === undefined
    ? { problem: `${shown(text)} is not one of ${ROUNDINGS.join(', ')}` }
    : { value };
}

export function readScaleFormat(text: string): Reading<ScaleFormat> {
  const plain = text.trim();
  if (plain === 'float32' || plain === 'float16' || plain === 'bfloat16') return { value: plain };
  const digits = /^digits:([1-9])$/.exec(plain)?.[1];
  return digits === undefined
    ? { problem: `${shown(text)} is not float32, float16, bfloat16 or digits:1 to digits:9` }
    : { value: { digits: Number(digits) } };
}

export function scaleFormatText(scale: ScaleFormat): string {
  return typeof scale === 'string' ? scale : `digits:${scale.digits}`;
}

export function readCustomScale(text: string): Reading<number> {
  const value = parseFloat32(text);
  if (value === undefined) return { problem: whyNot(text) };
  return value > 0 ? { value } : { problem: `${shown(text)} is not above 0` };
}

/** An empty text means that nothing is set. */
export function emptyOr<T>(
  reader: (text: string) => Reading<T>,
): (text: string) => Reading<T | null> {
  return (text) => (text.trim() === '' ? { value: null } : reader(text));
}
