import type { MeasurableTensor } from '../tensors/measurable.ts';
import type { WalkTexts } from '../walk/settings.ts';

/** Detail of `groupwise-group`: a group of the tensor, ready for a stepper. */
export interface ExplorerGroup {
  /** For a heading: which group of which tensor. */
  readonly title: string;
  readonly tensor: string;
  /** The group's number, from 0. */
  readonly group: number;
  /** Index in the tensor of the first weight sent. */
  readonly start: number;
  /** The stepper's attributes; null: without that attribute. */
  readonly attributes: WalkTexts;
}

/** Detail of `groupwise-tensor`: another tensor is shown, or the same under other settings. */
export interface ExplorerTensor {
  readonly tensor: MeasurableTensor;
}

declare global {
  interface HTMLElementEventMap {
    'groupwise-group': CustomEvent<ExplorerGroup>;
    'groupwise-tensor': CustomEvent<ExplorerTensor>;
  }
}
