import { html } from 'lit';
import type { Section } from './section.ts';

export const aRealLayer: Section = {
  id: 'layer',
  title: 'A real layer',
  content: () => html`
    <div class="text">
      <p>
        One matrix of a transformer has 4,096 rows of 4,096 weights: 16,777,216 weights in 67,108,864 bytes. In groups of 256
        there are 65,536 groups, each with a scale of its own. What is kept are 16,777,216 bytes of codes and 262,144 bytes of
        scales.
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
  `,
};
