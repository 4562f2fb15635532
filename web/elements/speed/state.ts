import { readCount } from 'groupwise/options';
import { row, StateSchema } from '../state/schema.ts';
import type { TextForm } from '../text/parsed.ts';

export type SpeedAttribute = 'length' | 'group-size';

export interface SpeedState {
  /** Weights of the tensor. */
  readonly length: number;
  readonly groupSize: number;
}

/** Fewer are over before a page's clock has moved; of more, the copies do not fit into a phone. */
export const LENGTHS = { least: 2 ** 14, most: 2 ** 25 } as const;

const lengthText: TextForm<number> = {
  read(text) {
    const parsed = readCount(text);
    const { least, most } = LENGTHS;
    if (!('value' in parsed) || (parsed.value >= least && parsed.value <= most)) return parsed;
    return { problem: `${text.trim()} is not from ${least} to ${most} weights` };
  },
  write: String,
};

export const speedSchema = new StateSchema<SpeedAttribute, SpeedState>(
  { length: 2 ** 22, groupSize: 32 },
  {
    length: row('length', lengthText),
    'group-size': row('groupSize', { read: readCount, write: String }),
  },
);
