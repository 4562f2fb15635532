import { formatBytes } from '../text/format.ts';
import { GB } from './memory.ts';

const amounts = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** Bytes in GB with up to two decimals; below 1 GB in smaller units. */
export function gigabytes(bytes: number): string {
  return bytes >= GB ? `${amounts.format(bytes / GB)} GB` : formatBytes(bytes);
}
