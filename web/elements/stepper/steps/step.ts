import type { TemplateResult } from 'lit';
import { formatFloat32 } from '../../text/format.ts';
import type { Lit } from '../../walk/highlight.ts';
import type { Walk, WalkedGroup, WalkedWeight } from '../../walk/walk.ts';
import type { Line } from '../stage.ts';

/** What a step may look at: the whole walk, and the weight (with its group) whose numbers stand in the formula. */
export interface StepView {
  readonly walk: Walk;
  /** Null where there are no weights at all. */
  readonly weight: WalkedWeight | null;
  readonly group: WalkedGroup | null;
  readonly largestCode: number;
  readonly lit: Lit;
  /** Width of the picture in px. */
  readonly width: number;
}

/** A view of at least one weight. */
export interface FocusedView extends StepView {
  readonly weight: WalkedWeight;
  readonly group: WalkedGroup;
}

/** Numbers of a weight that a step brings; they stay visible in the steps after it. */
export type Reveal = 'quotient' | 'code' | 'recovered' | 'error';

/** One step of the walk: its prose, its formula with the actual numbers, and how the pictures show it. */
export interface Step {
  readonly name: string;
  readonly title: string;
  prose(view: FocusedView): TemplateResult;
  formula(view: FocusedView): TemplateResult;
  /** The number line; null where the step has a picture of its own. */
  readonly line: Line | null;
  /** A picture of its own, below or instead of the number line. */
  picture?(view: FocusedView): TemplateResult;
  readonly reveals?: Reveal;
  /** The step in one sentence with its numbers: announced, and the pictures' text alternative. */
  summary(walk: Walk): string;
}

const LISTED = 16;

/** Numbers in a sentence; of many, the first. */
export function listed(values: readonly number[], format = formatFloat32): string {
  const first = values
    .slice(0, LISTED)
    .map((value) => format(value))
    .join(', ');
  return values.length > LISTED ? `${first} and ${values.length - LISTED} more` : first;
}
