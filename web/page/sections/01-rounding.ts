import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import { type Section, stepper } from './section.ts';

const byHand = {
  id: 'saving-space',
  label: 'Saving space: four weights and a scale picked by hand',
  texts: exampleTexts('hand-picked'),
  step: 'round',
};

export const rounding: Section = {
  id: 'rounding',
  title: 'Rounding to save space',
  content: () => html`
    <div class="text">
      <p>
        A neural network’s weights are numbers, each stored in 32 bits, as a <em>float32</em>. An integer from −127 to 127 fits into 8. So pick a step, the <em>scale</em>, and write
        down for each weight only how many steps it is from zero. Multiplied by the scale, the integers give back nearly the
        weights they came from.
      </p>
      <p>
        Here somebody picked a scale by eye, 0.00495. The integers, called codes, are 25, −115, 47 and −70. Clear
        <em>Scale by hand</em> and the scale is made from the largest weight instead: 0.00447157491, which uses the whole range
        of the integers. Type 0.005, the scale picked by eye but rounded, and two codes change: a scale has to be kept
        exactly.
      </p>
    </div>
    ${stepper(byHand)}
  `,
};
