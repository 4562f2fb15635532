import { html } from 'lit';
import type { Section } from './section.ts';

export const largeModel: Section = {
  id: 'large-model',
  title: 'A large model',
  content: () => html`
    <div class="text">
      <p>
        A model’s size is told by its parameters, nearly all of which are weights. 70 billion of them take 280 GB in float32:
        four graphics cards of 80 GB just to hold them. As 8-bit codes they take 70 GB, and that is the figure people quote.
      </p>
      <p>
        It leaves out the scales. In groups of 256 there are 273,437,500 of them, 1.09&nbsp;GB, so the honest total is
        71.09&nbsp;GB. In groups of 32 the scales take 8.75&nbsp;GB, and the 78.75&nbsp;GB only just fit on one card.
      </p>
    </div>
    <groupwise-calculator
      data-state="model-size"
      role="group"
      aria-label="What a model takes"
    ></groupwise-calculator>
  `,
};
