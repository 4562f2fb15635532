import { html } from 'lit';
import { sentPlace } from '../wire-tensor.ts';
import type { Section } from './section.ts';

export const tensor: Section = {
  id: 'tensor',
  title: 'A whole tensor, weight by weight',
  content: () => html`
    <div class="text">
      <p>
        The same arithmetic on a whole <em>tensor</em>, as arrays of weights are called: at first a million weights, and sixteen
        million and more can be chosen. These are generated, not a model’s: random and bell-shaped (<em>Gaussian</em>), with a
        few columns much larger (<em>outlier channels</em>), as large language models have them. Open a
        <code>.safetensors</code> or <code>.npy</code> file to see real ones. It stays on this computer, and only the tensor you
        choose is read.
      </p>
      <p>Zoom in to a single weight; click, and its group is walked through below, step by step.</p>
    </div>
    <groupwise-explorer
      id="tensor-explorer"
      data-state="explorer"
      role="group"
      aria-label="A whole tensor"
    ></groupwise-explorer>
    ${sentPlace()}
    <div class="text after">
      <p>
        Which setting is best? Each point below is this tensor under one of them, measured: more bits or smaller groups keep
        more and cost more. For the weights shown at first, a bit more per code is worth more than groups half as large: at
        6 bits per weight, groups of 32 with codes of 5 bits reach 21.4 dB, groups of 16 with codes of 4 bits 18.8 dB. Say how
        accurate it must be, or how small, and apply what serves that best.
      </p>
    </div>
    <groupwise-tradeoff
      for="tensor-explorer"
      data-state="tradeoff"
      role="group"
      aria-label="What each setting costs and keeps"
    ></groupwise-tradeoff>
  `,
};
