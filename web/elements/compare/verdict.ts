import type { Quantizer } from 'groupwise';
import { formatFloat32, plural } from '../text/format.ts';
import { type Walk, type WalkedGroup, walk } from '../walk/walk.ts';
import { sideName, times } from './names.ts';
import { type Comparison, settingsOf } from './state.ts';

/** Two walks over the same weights, and what their figures say. */
export interface Compared {
  readonly a: Walk;
  readonly b: Walk;
  readonly nameA: string;
  readonly nameB: string;
  /** One sentence. */
  readonly verdict: string;
  /** The figures that the sentence compares; empty where it says all. */
  readonly basis: string;
}

/** Both names in characters; sides that differ in more are called A and B in the sentence. */
const LONGEST_NAMES = 56;

interface Clause {
  /** The side that the clause is about. */
  readonly side: 'a' | 'b';
  readonly text: string;
  readonly basis: string;
}

/** Walks through both sides. @throws {GroupwiseError} where either is refused */
export function compareSides(quantizer: Quantizer, state: Comparison): Compared {
  const [a, b] = [settingsOf(state, 'a'), settingsOf(state, 'b')].map((settings) =>
    walk(quantizer, settings),
  ) as [Walk, Walk];
  const nameA = sideName(a.settings, b.settings);
  const nameB = sideName(b.settings, a.settings);
  const short = nameA.length + nameB.length <= LONGEST_NAMES;
  return { a, b, nameA, nameB, ...verdict(a, b, short ? nameA : 'A', short ? nameB : 'B') };
}

function verdict(
  a: Walk,
  b: Walk,
  nameA: string,
  nameB: string,
): Pick<Compared, 'verdict' | 'basis'> {
  if (a.weights.length === 0) return { verdict: 'There are no weights to compare.', basis: '' };
  const { side, text, basis } = errors(a, b, nameA, nameB);
  const [fateA, fateB] = [fate(a), fate(b)];
  const tail = (own: 'a' | 'b'): string => (own === side && text !== '' ? `, and ${text}` : '');
  if (fateA === fateB) {
    const alike = `With either, ${fateA}`;
    if (text === '') return { verdict: `${alike}, and the largest error is the same.`, basis };
    return { verdict: `${alike}; with ${side === 'a' ? nameA : nameB}, ${text}.`, basis };
  }
  return {
    verdict: `With ${nameA}, ${fateA}${tail('a')}; with ${nameB}, ${fateB}${tail('b')}.`,
    basis,
  };
}

/** What befell the weights: recovered beyond float32, lost, clipped, or none of these. */
function fate({ weights, measured }: Walk): string {
  const { zeroed, clipped } = measured;
  const of = `of ${plural(weights.length, 'weight')}`;
  const count = (n: number): string => `${n} ${of} ${n === 1 ? 'is' : 'are'}`;
  const beyond = weights.filter(({ error }) => error === Number.POSITIVE_INFINITY).length;
  if (beyond > 0) return `${count(beyond)} recovered as infinity, too large for float32`;
  if (zeroed > 0 && clipped > 0) return `${count(zeroed)} lost and ${clipped} clipped`;
  if (zeroed > 0) return `${count(zeroed)} lost`;
  return clipped > 0 ? `none is lost but ${count(clipped)} clipped` : 'none is lost';
}

/** The largest errors of both sides; where they are equal, the finer side's group that gains most. */
function errors(a: Walk, b: Walk, nameA: string, nameB: string): Clause {
  const [maxA, maxB] = [a.measured.maxAbs, b.measured.maxAbs];
  if (!Number.isFinite(maxA + maxB)) return { side: 'b', text: '', basis: '' }; // fate() says it
  if (maxA === maxB) {
    const finerA = a.groups.length > b.groups.length;
    return finerA ? groupClause('a', a, b, nameB) : groupClause('b', b, a, nameA);
  }
  const basis =
    `The largest error is ${formatFloat32(maxA)} with ${nameA} and ` +
    `${formatFloat32(maxB)} with ${nameB}.`;
  if (maxB === 0) return { side: 'b', text: 'every weight comes back exactly', basis };
  if (maxA === 0) return { side: 'a', text: 'every weight comes back exactly', basis };
  const text =
    maxB < maxA
      ? `the largest error is ${times(maxA, maxB)} smaller`
      : `the largest error is ${times(maxB, maxA)} larger`;
  return { side: 'b', text, basis };
}

function groupClause(side: 'a' | 'b', fine: Walk, coarse: Walk, coarseName: string): Clause {
  const best = mostGained(fine, coarse);
  if (!best) return { side, text: '', basis: '' };
  const { group, before } = best;
  const label = `group ${group.index + 1}`;
  const { maxAbs } = coarse.measured;
  const { maxError } = group.trace;
  const same = `the same ${plural(group.weights.length, 'weight')}`;
  const there = `On ${same}, ${coarseName} is off by up to ${formatFloat32(before)}`;
  if (maxError === 0) {
    return { side, text: `${label} comes back exactly`, basis: `${there}.` };
  }
  const far = `the largest error in ${label} is ${times(maxAbs, maxError)} smaller than`;
  const basis = `The largest error in ${label} is ${formatFloat32(maxError)}.`;
  const worst = coarse.weights.find(({ error }) => error === maxAbs);
  if (before === maxAbs) {
    return { side, text: `${far} with ${coarseName}`, basis: `${basis} ${there}.` };
  }
  return {
    side,
    text: `${far} the largest anywhere with ${coarseName} (${times(before, maxError)} on ${same})`,
    basis:
      `${basis} With ${coarseName} the largest is ${formatFloat32(maxAbs)}, on weight ${(worst?.index ?? 0) + 1}, which is ` +
      `not in ${label}. ${there}.`,
  };
}

/** The group whose largest error shrank most, with what it was on the same weights before; undefined: none shrank. */
function mostGained(
  fine: Walk,
  coarse: Walk,
): { readonly group: WalkedGroup; readonly before: number } | undefined {
  return fine.groups
    .map((group) => ({
      group,
      before: Math.max(0, ...group.weights.map(({ index }) => coarse.weights[index]?.error ?? 0)),
    }))
    .filter(({ group, before }) => before > group.trace.maxError)
    .sort((one, other) => gain(other) - gain(one))[0];
}

function gain({ group, before }: { group: WalkedGroup; before: number }): number {
  return before / group.trace.maxError;
}
