/** Who is timed, from the slowest to the limit. */
export const CONTENDERS = ['plain', 'scalar', 'simd', 'threads', 'copy'] as const;

export type ContenderName = (typeof CONTENDERS)[number];

/** The times of each so far, in ms. */
export type Times = Readonly<Partial<Record<ContenderName, readonly number[]>>>;

export interface SpeedRow {
  readonly name: ContenderName;
  /** Median. */
  readonly ms: number;
  /** 1e9 bytes a second, bytes read plus bytes written: 5 a weight. */
  readonly gbps: number;
  /** Its speed in that of plain JavaScript; null: that was not timed. */
  readonly overPlain: number | null;
  /** Its share of the speed of copying; null: that was not timed. */
  readonly ofCopy: number | null;
}

export function rowsOf(times: Times, length: number): readonly SpeedRow[] {
  const [plain, copy] = [medianOf(times.plain), medianOf(times.copy)];
  return CONTENDERS.flatMap((name) => {
    const ms = medianOf(times[name]);
    if (ms === null) return [];
    return {
      name,
      ms,
      gbps: (5 * length) / ms / 1e6,
      overPlain: plain === null ? null : plain / ms,
      ofCopy: copy === null ? null : copy / ms,
    };
  });
}

/** Of an even number, the upper one of the middle two. */
function medianOf(samples: readonly number[] | undefined): number | null {
  const sorted = [...(samples ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
