import { html } from 'lit';
import { sentPlace } from '../wire-tensor.ts';
import type { Section } from './section.ts';

export const aRealTensor: Section = {
  id: 'tensor',
  title: 'Your own tensor',
  content: () => html`
    <div class="text">
      <p>
        The same arithmetic on real weights: open a <code>.safetensors</code> file, choose one of its tensors, and see what a
        format costs and what it saves. The file stays on this computer, and only the tensor you choose is read. A group of it
        can be walked through, step by step.
      </p>
    </div>
    <groupwise-explorer data-state="explorer" role="group" aria-label="A whole tensor"></groupwise-explorer>
    ${sentPlace()}
  `,
};
