import { GroupwiseExplorer } from './explorer/explorer.ts';
import { GroupwiseStepper } from './stepper/stepper.ts';

const ELEMENTS = {
  'groupwise-explorer': GroupwiseExplorer,
  'groupwise-stepper': GroupwiseStepper,
} as const;

/** Defines every element once; a name that is taken already is left alone. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'groupwise-explorer': GroupwiseExplorer;
    'groupwise-stepper': GroupwiseStepper;
  }
}
