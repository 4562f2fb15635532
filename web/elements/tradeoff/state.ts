import { quoted } from 'groupwise/options';
import { row, StateSchema, within } from '../state/schema.ts';
import {
  DEFAULT_TENSOR,
  type TensorAttribute,
  type TensorState,
  tensorRows,
} from '../tensors/source.ts';
import { oneOf, type TextForm } from '../text/parsed.ts';
import type { Goal } from './best.ts';

export interface TradeoffState extends TensorState {
  /** Id of the explorer whose tensor is measured; null: one of its own. */
  readonly explorer: string | null;
  readonly goal: Goal;
}

export type TradeoffAttribute =
  | Exclude<TensorAttribute, 'row-length'>
  | 'for'
  | 'goal'
  | 'sqnr'
  | 'budget';

export const sqnrText = numberFrom(-100, 200, 'a number of decibels from -100 to 200');
export const budgetText = numberFrom(0, 64, 'a number of bits from 0 to 64');

/** A decimal number, kept to four decimals. */
function numberFrom(least: number, most: number, what: string): TextForm<number> {
  return {
    read(text) {
      const plain = text.trim().replaceAll('\u2212', '-');
      const value = Number(plain);
      return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) && value >= least && value <= most
        ? { value: Number(value.toFixed(4)) }
        : { problem: `${quoted(text)} is not ${what}` };
    },
    write: String,
  };
}

// A generated tensor's rows are its own.
const { 'row-length': _rows, ...ownRows } = tensorRows<TradeoffState>();

export const tradeoffSchema = new StateSchema<TradeoffAttribute, TradeoffState>(
  { ...DEFAULT_TENSOR, explorer: null, goal: { kind: 'sqnr', sqnr: 30, budget: 4.5 } },
  {
    for: {
      ...row<TradeoffState, 'explorer'>('explorer', {
        read: (value) => ({ value }),
        write: (value) => value,
      }),
      property: 'htmlFor',
    },
    ...ownRows,
    ...within<TradeoffState, 'goal', 'goal' | 'sqnr' | 'budget'>('goal', {
      goal: row('kind', oneOf<Goal['kind']>(['sqnr', 'size'])),
      sqnr: row('sqnr', sqnrText),
      budget: row('budget', budgetText),
    }),
  },
);
