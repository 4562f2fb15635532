import { quoted } from 'groupwise/options';
import { type Row, row, StateSchema } from '../state/schema.ts';

import { DEFAULTS, type Settings, type WalkAttribute, walkRows } from '../walk/settings.ts';
import { STEPS, stepIndex } from './steps/index.ts';

/** What is walked, and which step of it is shown. */
export interface StepperState extends Settings {
  /** From 0. */
  readonly step: number;
}

export type StepperAttribute = WalkAttribute | 'step';

export const stepperSchema = new StateSchema<StepperAttribute, StepperState>(
  { ...DEFAULTS, step: 0 },
  {
    ...(walkRows as Readonly<Record<WalkAttribute, Row<StepperState>>>),
    step: row(
      'step',
      {
        read(text) {
          const value = stepIndex(text);
          return value === undefined ? { problem: `${quoted(text)} is not known` } : { value };
        },
        write: (step) => STEPS[step]?.name ?? null,
      },
      { isPlace: true },
    ),
  },
);
