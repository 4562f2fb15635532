import type { SettingTexts } from '../options/codec.ts';

/** The stepper's state as attribute texts. */
export type StepperTexts = SettingTexts & { readonly step: string | null };

/** Detail of `groupwise-change`: the settings as attribute texts, exact. */
export interface StepperChange {
  readonly attributes: SettingTexts;
}

/** Detail of `groupwise-step`. */
export interface StepperStep {
  readonly step: string;
  /** The step's place, from 0. */
  readonly index: number;
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-change': CustomEvent<StepperChange>;
    'groupwise-step': CustomEvent<StepperStep>;
  }
}
