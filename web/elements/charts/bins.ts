import type { Bins } from '../tensors/summary.ts';

/** One bar of a histogram. */
export interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly count: number;
}

/** Bins of equal width; those that hold nothing are left out. */
export function linearBars(bins: Bins): Bar[] {
  return barsOf(bins, (share) => bins.from + share * (bins.to - bins.from));
}

/** Bins of equal ratio. */
export function logarithmicBars(bins: Bins): Bar[] {
  return barsOf(bins, (share) => bins.from * (bins.to / bins.from) ** share);
}

function barsOf({ counts }: Bins, at: (share: number) => number): Bar[] {
  return counts.flatMap((count, bin) => {
    if (count === 0) return [];
    return [{ x1: at(bin / counts.length), x2: at((bin + 1) / counts.length), count }];
  });
}
