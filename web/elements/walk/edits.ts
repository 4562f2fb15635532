import { parseFloat32, whyNotFloat32 } from 'groupwise/options';
import type { Change } from '../state/drafts.ts';
import { parseWeights } from '../text/parse.ts';
import type { Parsed } from '../text/parsed.ts';
import { type Settings, WALK_LIMIT } from './settings.ts';

/** Controls of the weights: `weight:3` for one, `list` for all, `weights` for the buttons that add and remove. */
export type WeightsChange = Change<Pick<Settings, 'weights'>>;

export function weightControl(index: number): string {
  return `weight:${index}`;
}

/** One cell's text becomes that weight. */
export function editWeight(weights: Float32Array, index: number, text: string): WeightsChange {
  const value = parseFloat32(text);
  const parsed =
    value === undefined
      ? { problem: whyNotFloat32(text) }
      : { value: { weights: weights.with(index, value) } };
  return { control: weightControl(index), text, parsed };
}

/** A list pasted into a cell: its first number replaces the cell's, the others follow it. */
export function pasteWeights(weights: Float32Array, index: number, text: string): WeightsChange {
  const { values, problems } = parseWeights(text);
  const [problem] = problems;
  const parsed = problem
    ? { problem: `number ${problem.index + 1} of the pasted list: ${problem.reason}` }
    : within(join(weights.subarray(0, index), values, weights.subarray(index + 1)));
  return { control: weightControl(index), text, parsed };
}

/** The whole list at once. Every piece that is not a number is named with its place. */
export function replaceWeights(text: string): WeightsChange {
  const { values, problems } = parseWeights(text);
  const named = problems.slice(0, 4).map(({ index, reason }) => `number ${index + 1}: ${reason}`);
  if (problems.length > named.length) named.push(`and ${problems.length - named.length} more`);
  const parsed = named.length > 0 ? { problem: named.join('; ') } : within(values);
  return { control: 'list', text, parsed };
}

export function addWeight(weights: Float32Array): WeightsChange {
  return { control: 'weights', text: '', parsed: within(join(weights, Float32Array.of(0))) };
}

export function removeWeight(weights: Float32Array, index: number): WeightsChange {
  const rest = join(weights.subarray(0, index), weights.subarray(index + 1));
  return { control: 'weights', text: '', parsed: { value: { weights: rest } } };
}

function within(weights: Float32Array): Parsed<Pick<Settings, 'weights'>> {
  return weights.length > WALK_LIMIT
    ? { problem: `${weights.length} weights are too many to walk through; at most ${WALK_LIMIT}` }
    : { value: { weights } };
}

function join(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
