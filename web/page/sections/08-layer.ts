import { html } from 'lit';
import type { Section } from './section.ts';

export const layer: Section = {
  id: 'layer',
  title: 'A real layer',
  content: () => html`
    <div class="text">
      <p>
        Each of the 32 layers of the language model Llama 2 7B has four square tables of weights (the
        attention’s query, key, value and output) of 4,096 rows of 4,096 weights. One of them is 16,777,216 weights in 67,108,864 bytes. In groups of 256 there are 65,536
        groups, each with a scale of its own; what is kept are 16,777,216 bytes of codes and 262,144 bytes of scales.
      </p>
      <p>
        It is the arithmetic of one group above, 65,536 times. No group looks at another, so all cores can work at once, each on
        a group of its own.
      </p>
    </div>
    <groupwise-calculator
      data-state="layer-size"
      role="group"
      aria-label="What a layer takes"
      parameters="4096 x 4096"
      memory=""
    ></groupwise-calculator>
    <div class="text after">
      <p>
        The bytes follow from the shape alone, and that is real; the errors depend on the weights. This page brings no model
        along, so the weights of the next section are generated, and it says so. If you have a <code>.safetensors</code> file,
        <a href="#tensor">open it there</a>, and a real layer takes their place.
      </p>
      <p><button type="button" data-explore>Generate a matrix of this shape</button></p>
      <p data-explore-note role="status"></p>
    </div>
  `,
};
