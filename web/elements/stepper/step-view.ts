import type { Highlight } from '../walk/highlight.ts';
import type { Walk } from '../walk/walk.ts';
import type { StepView } from './steps/step.ts';

/** What the steps see: the walk, and the weight last pointed at; at first one whose numbers tell more than absmax does. */
export function stepView(walk: Walk, { lit, lastWeight }: Highlight, width: number): StepView {
  const telling = walk.weights.findIndex((weight) => !weight.isAbsmax && weight.weight !== 0);
  const last = walk.weights[lastWeight ?? Math.max(0, telling)] ?? walk.weights.at(-1);
  const group = walk.groups[lit.group ?? last?.group ?? 0];
  const weight = last?.group === group?.index ? last : group?.weights[0];
  return {
    walk,
    weight: weight ?? null,
    group: group ?? null,
    lit,
    largestCode: walk.groups[0]?.trace.qmax ?? 0,
    width,
  };
}
