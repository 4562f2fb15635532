import { parseFloat32, whyNotFloat32 } from 'groupwise/options';
import type { Reading } from '../options/options-text.ts';
import { type Settings, WALK_LIMIT } from '../options/settings.ts';
import { parseWeights } from '../text/parse.ts';

/**
 * A change somebody asks for: which control it comes from (an attribute's name, `weight:3`, `list`; `weights` for the buttons
 * that add and remove), the text as typed, and what it would set.
 */
export interface Proposal {
  readonly control: string;
  readonly text: string;
  readonly reading: Reading<Partial<Settings>>;
}

export function weightControl(index: number): string {
  return `weight:${index}`;
}

/** One cell's text becomes that weight. */
export function editWeight(weights: Float32Array, index: number, text: string): Proposal {
  const value = parseFloat32(text);
  const reading =
    value === undefined
      ? { problem: whyNotFloat32(text) }
      : { value: { weights: weights.with(index, value) } };
  return { control: weightControl(index), text, reading };
}

/** A list pasted into a cell: its first number replaces the cell's, the others follow it. */
export function pasteWeights(weights: Float32Array, index: number, text: string): Proposal {
  const { values, problems } = parseWeights(text);
  const [problem] = problems;
  const reading = problem
    ? { problem: `number ${problem.index + 1} of the pasted list: ${problem.reason}` }
    : within(join(weights.subarray(0, index), values, weights.subarray(index + 1)));
  return { control: weightControl(index), text, reading };
}

/** The whole list at once. Every piece that is not a number is named with its place. */
export function replaceWeights(text: string): Proposal {
  const { values, problems } = parseWeights(text);
  const named = problems.slice(0, 4).map(({ index, reason }) => `number ${index + 1}: ${reason}`);
  if (problems.length > named.length) named.push(`and ${problems.length - named.length} more`);
  const reading = named.length > 0 ? { problem: named.join('; ') } : within(values);
  return { control: 'list', text, reading };
}

export function addWeight(weights: Float32Array): Proposal {
  return { control: 'weights', text: '', reading: within(join(weights, Float32Array.of(0))) };
}

export function removeWeight(weights: Float32Array, index: number): Proposal {
  const rest = join(weights.subarray(0, index), weights.subarray(index + 1));
  return { control: 'weights', text: '', reading: { value: { weights: rest } } };
}

function within(weights: Float32Array): Reading<Partial<Settings>> {
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
