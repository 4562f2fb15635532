import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import { type Section, stepper } from './section.ts';

const oneScale = {
  id: 'one-scale',
  label: 'Four weights and one scale',
  texts: exampleTexts('one-scale'),
  step: 'recover',
};

export const scale: Section = {
  id: 'scale',
  title: 'One scale is enough',
  content: () => html`
    <div class="text">
      <p>
        Nobody picks scales by eye. The usual rule is <em>absmax</em>: the largest weight, the sign left out, shall land on the
        last integer, 127. For these four weights the scale is 0.8 / 127. The largest weight comes back as it was, and no other is further
        off than half a step, because a step is the same size everywhere.
      </p>
    </div>
    ${stepper(oneScale)}
  `,
};
