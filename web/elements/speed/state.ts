import { schema } from 'groupwise/options';
import { type Reading, readCount } from '../options/options-text.ts';
import type { AttributeTexts } from '../state/text-attributes.ts';

/** The element's attributes, each with its property. */
export const SPEED_PROPERTIES = { length: 'length', 'group-size': 'groupSize' } as const;

export type SpeedAttribute = keyof typeof SPEED_PROPERTIES;
export type SpeedTexts = AttributeTexts<SpeedAttribute>;

export interface SpeedState {
  /** Weights of the tensor. */
  readonly length: number;
  readonly groupSize: number;
}

export const DEFAULT_STATE: SpeedState = { length: 2 ** 22, groupSize: schema.groupSize.default };

/** Fewer are over before a page's clock has moved; of more, the copies do not fit into a phone. */
export const LENGTHS = { least: 2 ** 14, most: 2 ** 25 } as const;

export interface SpeedProblem {
  readonly attribute: string;
  readonly message: string;
}

/** Reads attribute texts. What is missing or wrong is taken from `otherwise`; what is wrong is also reported. */
export function decodeState(
  texts: Partial<SpeedTexts>,
  otherwise: SpeedState = DEFAULT_STATE,
): { readonly state: SpeedState; readonly problems: readonly SpeedProblem[] } {
  const problems: SpeedProblem[] = [];
  function read(
    attribute: SpeedAttribute,
    fallback: number,
    reader: (text: string) => Reading<number>,
  ) {
    const text = texts[attribute] ?? null;
    if (text === null) return fallback;
    const reading = reader(text);
    if ('value' in reading) return reading.value;
    problems.push({ attribute, message: reading.problem });
    return fallback;
  }
  const state = {
    length: read('length', otherwise.length, readLength),
    groupSize: read('group-size', otherwise.groupSize, readCount),
  };
  return { state, problems };
}

/** Attribute texts that decode to the same state. */
export function encodeState({ length, groupSize }: SpeedState): SpeedTexts {
  return { length: String(length), 'group-size': String(groupSize) };
}

function readLength(text: string): Reading<number> {
  const reading = readCount(text);
  if (!('value' in reading)) return reading;
  const { least, most } = LENGTHS;
  if (reading.value >= least && reading.value <= most) return reading;
  return { problem: `${text.trim()} is not from ${least} to ${most} weights` };
}
