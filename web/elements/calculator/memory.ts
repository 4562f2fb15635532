import type { Reading } from '../options/options-text.ts';

/** A GB here is 1e9 bytes. */
export const GB = 1e9;

const MOST = 8;

/** Sizes of memory in GB, separated by spaces or commas; an empty text: none. */
export function readMemory(text: string): Reading<readonly number[]> {
  const pieces = text.split(/[\s,;]+/).filter(Boolean);
  if (pieces.length > MOST)
    return { problem: `${pieces.length} sizes are too many; at most ${MOST}` };
  const wrong = pieces.find((piece) => !/^\d{1,6}(\.\d{1,3})?$/.test(piece) || Number(piece) === 0);
  if (wrong !== undefined) {
    return { problem: `“${wrong.slice(0, 24)}” is not a size of memory in GB` };
  }
  return { value: pieces.map(Number) };
}

export function memoryText(sizes: readonly number[]): string {
  return sizes.join(', ');
}
