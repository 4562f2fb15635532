import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import { type Section, stepper } from './section.ts';

const mixed = {
  id: 'mixed',
  label: 'Large and small weights under one scale',
  texts: exampleTexts('mixed'),
  step: 'round',
};

export const mixedMagnitudes: Section = {
  id: 'mixed-magnitudes',
  title: 'Where one scale fails',
  content: () => html`
    <div class="text">
      <p>
        Put four weights around 10 next to four around 0.001. The scale has to reach up to 10.5, so a step is worth 0.083, and
        the small weights are nowhere near one step: their codes are all 0. They are not imprecise, they are <em>lost</em>: not
        zero before, zero after. A few large weights among many small ones are what real layers look like.
      </p>
    </div>
    ${stepper(mixed)}
  `,
};
