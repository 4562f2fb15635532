import {
  DEFAULT_STATE,
  decodeState,
  type ExplorerState,
  encodeState,
  type StateProblem,
} from '../explorer/state.ts';
import type { Reading } from '../options/options-text.ts';
import type { AttributeTexts } from '../state/text-attributes.ts';
import type { Goal } from './best.ts';

/** The trade-off's attributes, each with its property. */
export const TRADEOFF_PROPERTIES = {
  for: 'htmlFor',
  source: 'source',
  size: 'size',
  seed: 'seed',
  'group-size': 'groupSize',
  bits: 'bits',
  rounding: 'rounding',
  'scale-format': 'scaleFormat',
  goal: 'goal',
  sqnr: 'sqnr',
  budget: 'budget',
} as const;

export type TradeoffAttribute = keyof typeof TRADEOFF_PROPERTIES;
export type TradeoffTexts = AttributeTexts<TradeoffAttribute>;

export interface TradeoffState extends Pick<ExplorerState, 'source' | 'spec' | 'settings'> {
  /** Id of the explorer whose tensor is measured; null: one of its own. */
  readonly explorer: string | null;
  readonly goal: Goal;
}

export const DEFAULT_TRADEOFF: TradeoffState = {
  explorer: null,
  source: DEFAULT_STATE.source,
  spec: DEFAULT_STATE.spec,
  settings: DEFAULT_STATE.settings,
  goal: { kind: 'sqnr', sqnr: 30, budget: 4.5 },
};

export const GOAL_READERS = {
  sqnr: (text: string) => within(text, -100, 200, 'a number of decibels from -100 to 200'),
  budget: (text: string) => within(text, 0, 64, 'a number of bits from 0 to 64'),
} as const;

function within(text: string, least: number, most: number, what: string): Reading<number> {
  const plain = text.trim().replaceAll('\u2212', '-');
  const value = Number(plain);
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) && value >= least && value <= most
    ? { value: Number(value.toFixed(4)) }
    : { problem: `“${text.slice(0, 24)}” is not ${what}` };
}

/** Reads attribute texts. What is missing or wrong is taken from `otherwise`; what is wrong is also reported. */
export function decodeTradeoff(
  texts: Partial<TradeoffTexts>,
  otherwise: TradeoffState = DEFAULT_TRADEOFF,
): { readonly state: TradeoffState; readonly problems: readonly StateProblem[] } {
  const { for: explorer, goal: kindText, sqnr, budget, ...common } = texts;
  const base = { ...DEFAULT_STATE, ...otherwise };
  const { state, problems: found } = decodeState(common, base);
  const problems = [...found];
  const read = <T>(
    attribute: string,
    text: string | null | undefined,
    fallback: T,
    reader: (text: string) => Reading<T>,
  ): T => {
    if (text === null || text === undefined) return fallback;
    const reading = reader(text);
    if ('value' in reading) return reading.value;
    problems.push({ attribute, message: reading.problem });
    return fallback;
  };
  const readKind = (text: string): Reading<Goal['kind']> =>
    text === 'sqnr' || text === 'size'
      ? { value: text }
      : { problem: `“${text.slice(0, 24)}” is not sqnr or size` };
  return {
    state: {
      explorer: explorer ?? otherwise.explorer,
      source: state.source,
      spec: state.spec,
      settings: state.settings,
      goal: {
        kind: read('goal', kindText, otherwise.goal.kind, readKind),
        sqnr: read('sqnr', sqnr, otherwise.goal.sqnr, GOAL_READERS.sqnr),
        budget: read('budget', budget, otherwise.goal.budget, GOAL_READERS.budget),
      },
    },
    problems,
  };
}

export function encodeTradeoff(state: TradeoffState): TradeoffTexts {
  const texts = encodeState({ ...DEFAULT_STATE, ...state });
  return {
    for: state.explorer,
    source: texts.source,
    size: texts.size,
    seed: texts.seed,
    'group-size': texts['group-size'],
    bits: texts.bits,
    rounding: texts.rounding,
    'scale-format': texts['scale-format'],
    goal: state.goal.kind,
    sqnr: String(state.goal.sqnr),
    budget: String(state.goal.budget),
  };
}
