import { html } from 'lit';
import type { Section } from './section.ts';

export const aRealTensor: Section = {
  id: 'tensor',
  title: 'Your own tensor',
  steppers: [],
  content: () => html`
    <div class="text">
      <p>
        The same arithmetic on real weights: open a <code>.safetensors</code> file, choose one of its tensors, and see what a
        format costs and what it saves. The file stays on this computer, and only the tensor you choose is read. A group of it
        can be walked through, step by step.
      </p>
    </div>
    <groupwise-explorer></groupwise-explorer>
    <div class="sent" hidden>
      <h3>The group you chose</h3>
      <groupwise-stepper data-sent role="group" aria-label="A group of the tensor"></groupwise-stepper>
    </div>
  `,
};
