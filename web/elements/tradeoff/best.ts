import { formatBytes, formatCount, formatDecibels, formatFixed } from '../text/format.ts';
import type { Point } from './survey.ts';

/** What is wanted: an accuracy for the least space, or within a space the most accuracy. */
export interface Goal {
  readonly kind: 'sqnr' | 'size';
  /** In dB. */
  readonly sqnr: number;
  /** In bits per weight, scales included. */
  readonly budget: number;
}

/** The setting that serves a goal best; undefined: none does. */
export function bestPoint(points: Iterable<Point>, goal: Goal): Point | undefined {
  let best: Point | undefined;
  for (const point of points) {
    const good =
      goal.kind === 'sqnr' ? point.sqnrDb >= goal.sqnr : point.bitsPerWeight <= goal.budget;
    if (good && (!best || serves(point, best, goal.kind))) best = point;
  }
  return best;
}

function serves(point: Point, than: Point, kind: Goal['kind']): boolean {
  const smaller = than.bitsPerWeight - point.bitsPerWeight;
  const better = point.sqnrDb === than.sqnrDb ? 0 : point.sqnrDb - than.sqnrDb;
  const [first, second] = kind === 'sqnr' ? [smaller, better] : [better, smaller];
  return first > 0 || (first === 0 && second > 0);
}

export function settingText({ groupSize, bits }: Pick<Point, 'groupSize' | 'bits'>): string {
  const groups =
    groupSize === 'row'
      ? 'one scale a row'
      : groupSize === 'tensor'
        ? 'one scale for all'
        : `groups of ${formatCount(groupSize)}`;
  return `${bits} bits, ${groups}`;
}

export function pointText(point: Point): string {
  const { bitsPerWeight, sqnrDb, totalBytes } = point;
  return `${settingText(point)}: ${formatFixed(bitsPerWeight, 3)} bits per weight, ${formatDecibels(sqnrDb)}, ${formatBytes(totalBytes)}`;
}

/** The verdict in a sentence. While settings are still being measured, it is said of those that have been. */
export function verdict(best: Point | undefined, goal: Goal, complete: boolean): string {
  const among = complete ? '' : ' of those measured so far';
  const wanted =
    goal.kind === 'sqnr'
      ? `at least ${formatFixed(goal.sqnr, 2)} dB`
      : `at most ${formatFixed(goal.budget, 3)} bits per weight`;
  if (!best) return `No setting${among} gives ${wanted}.`;
  const superlative = goal.kind === 'sqnr' ? 'smallest' : 'most accurate';
  return `The ${superlative}${among} with ${wanted}: ${pointText(best)}.`;
}
