import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import { type Section, stepper } from './section.ts';

const exact = {
  id: 'pipeline',
  label: 'The pipeline in exact float32',
  texts: exampleTexts('pipeline'),
  step: 'round',
};
const paper = {
  id: 'paper',
  label: 'The pipeline on paper, scales with three digits',
  texts: exampleTexts('pipeline-paper'),
  step: 'round',
};

export const thePipeline: Section = {
  id: 'the-pipeline',
  title: 'The whole pipeline',
  content: () => html`
    <div class="text">
      <p>
        Split, find each group’s absmax, make the scales, divide, round, and put the codes together: 32 bytes become 16, eight
        codes and two scales of four bytes. No group looks at another, so all of them can be worked on at the same time.
      </p>
    </div>
    ${stepper(exact)}
    <div class="aside" role="note" aria-labelledby="paper-title">
      <div class="text">
        <h3 id="paper-title">An aside: the same on paper</h3>
        <p>
          Someone who follows this with pencil and paper, and writes the scales down as 0.0157 and 0.000157, gets two codes that
          the computer does not: −96 instead of −95 for −1.5, and 64 instead of 63 for 0.01. Neither is a mistake.
        </p>
        <p>
          A scale rounded by hand to 0.0157 is a little too small, so −1.5 is 95.54 steps away, not 95.25. And 0.01 sits on the
          fence: by exact arithmetic it is 63.5 steps away, which rounds up. In float32 the scale and 0.01 are themselves rounded,
          the quotient is 63.4999962, and that rounds down. A quantizer must say which arithmetic it means.
        </p>
      </div>
      ${stepper(paper)}
    </div>
  `,
};
