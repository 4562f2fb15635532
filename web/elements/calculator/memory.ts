import { quoted } from 'groupwise/options';
import { formatBytes } from '../text/format.ts';
import type { TextForm } from '../text/parsed.ts';

/** A GB here is 1e9 bytes. */
export const GB = 1e9;

const MOST = 8;

/** Sizes of memory in GB, separated by spaces or commas; an empty text: none. */
export const memoryText: TextForm<readonly number[]> = {
  read(text) {
    const pieces = text.split(/[\s,;]+/).filter(Boolean);
    if (pieces.length > MOST)
      return { problem: `${pieces.length} sizes are too many; at most ${MOST}` };
    const wrong = pieces.find(
      (piece) => !/^\d{1,6}(\.\d{1,3})?$/.test(piece) || Number(piece) === 0,
    );
    return wrong === undefined
      ? { value: pieces.map(Number) }
      : { problem: `${quoted(wrong)} is not a size of memory in GB` };
  },
  write: (sizes) => sizes.join(', '),
};

const amounts = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** Bytes in GB with up to two decimals; below 1 GB in smaller units. */
export function gigabytes(bytes: number): string {
  return bytes >= GB ? `${amounts.format(bytes / GB)} GB` : formatBytes(bytes);
}
