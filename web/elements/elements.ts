import { GroupwiseCalculator } from './calculator/calculator.ts';
import { GroupwiseCompare } from './compare/compare.ts';
import { GroupwiseExplorer } from './explorer/explorer.ts';
import { GroupwiseSpeed } from './speed/speed.ts';
import { GroupwiseStepper } from './stepper/stepper.ts';
import { GroupwiseTradeoff } from './tradeoff/tradeoff.ts';

const ELEMENTS = {
  'groupwise-calculator': GroupwiseCalculator,
  'groupwise-compare': GroupwiseCompare,
  'groupwise-explorer': GroupwiseExplorer,
  'groupwise-speed': GroupwiseSpeed,
  'groupwise-stepper': GroupwiseStepper,
  'groupwise-tradeoff': GroupwiseTradeoff,
} as const;

/** Defines every element once; a name that is taken already is left alone. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'groupwise-calculator': GroupwiseCalculator;
    'groupwise-compare': GroupwiseCompare;
    'groupwise-explorer': GroupwiseExplorer;
    'groupwise-speed': GroupwiseSpeed;
    'groupwise-stepper': GroupwiseStepper;
    'groupwise-tradeoff': GroupwiseTradeoff;
  }
}
