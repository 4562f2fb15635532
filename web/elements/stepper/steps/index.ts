import { absmax } from './absmax.ts';
import { bytes } from './bytes.ts';
import { divide } from './divide.ts';
import { error } from './error.ts';
import { groups } from './groups.ts';
import { recover } from './recover.ts';
import { round } from './round.ts';
import { scale } from './scale.ts';
import type { Reveal, Step } from './step.ts';
import { weights } from './weights.ts';

export const STEPS: readonly Step[] = [
  weights,
  groups,
  absmax,
  scale,
  divide,
  round,
  recover,
  error,
  bytes,
];

/** The numbers of a weight that are known at a step. */
export function revealedAt(step: number): ReadonlySet<Reveal> {
  return new Set(STEPS.slice(0, step + 1).flatMap((each) => each.reveals ?? []));
}

/** A step by its name or its number from 1; undefined where there is none. */
export function stepIndex(text: string): number | undefined {
  const plain = text.trim();
  const index = STEPS.findIndex((step, at) => step.name === plain || String(at + 1) === plain);
  return index < 0 ? undefined : index;
}
