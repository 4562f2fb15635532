import type { GroupSize } from 'groupwise';

const SMALLEST = 16;

/** The group sizes that are offered: powers of two that fit into a row, a row, everything. */
export function groupSizeStops(rowLength: number): readonly GroupSize[] {
  const stops: GroupSize[] = [];
  for (let size = SMALLEST; size < rowLength && size <= 2 ** 20; size *= 2) stops.push(size);
  return [...stops, 'row', 'tensor'];
}

/** The place of the stop nearest to a group size. */
export function nearestStop(stops: readonly GroupSize[], groupSize: GroupSize): number {
  if (typeof groupSize !== 'number') return stops.indexOf(groupSize);
  let best = 0;
  for (const [at, stop] of stops.entries()) {
    const before = stops[best];
    if (typeof stop !== 'number' || typeof before !== 'number') continue;
    if (Math.abs(Math.log(stop / groupSize)) < Math.abs(Math.log(before / groupSize))) best = at;
  }
  return best;
}
