import type { TradeoffTexts } from './state.ts';

/** Detail of `groupwise-apply`: a setting was chosen. */
export interface TradeoffApply {
  /** As an explorer's or stepper's attributes. */
  readonly attributes: { readonly 'group-size': string; readonly bits: string };
}

/** Detail of `groupwise-change`: the state as attribute texts. */
export interface TradeoffChange {
  readonly attributes: TradeoffTexts;
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-apply': CustomEvent<TradeoffApply>;
  }
}
