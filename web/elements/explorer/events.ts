import type { SettingTexts } from '../stepper/codec.ts';

/** Detail of `groupwise-group`: a group of the tensor, ready for a stepper. */
export interface ExplorerGroup {
  /** For a heading: which group of which tensor. */
  readonly title: string;
  readonly tensor: string;
  /** The group's number, from 0. */
  readonly group: number;
  /** Index of its first weight in the tensor. */
  readonly start: number;
  /** The stepper's attributes; null: without that attribute. */
  readonly attributes: SettingTexts;
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-group': CustomEvent<ExplorerGroup>;
  }
}
