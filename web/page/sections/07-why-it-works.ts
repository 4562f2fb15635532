import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import type { Section } from './section.ts';

export const whyItWorks: Section = {
  id: 'why-it-works',
  title: 'Why it works: bytes and precision',
  content: () => html`
    <div class="text">
      <p>
        <em>Bytes.</em> A code of 8 bits takes a quarter of a float32. The scale takes 4 bytes more, but the whole group shares
        them: in groups of 32 a weight costs 9 bits, in groups of 256 it costs 8.125.
      </p>
      <p>
        <em>Precision.</em> No weight comes back further off than half a step, and a step is the largest weight of its group
        divided by 127. So the error is at most 0.4 % of that largest weight, wherever the group lies. With 4 bits the divisor
        is 7: the step is 18 times as wide, and whatever is smaller than a fourteenth of its group’s largest weight is lost.
      </p>
      <p>
        Small groups follow the weights closely and need many scales; large groups need few and follow less well. That is the
        whole bargain. Below, A keeps 8 bits and B keeps 4, in the same groups.
      </p>
    </div>
    <groupwise-compare
      data-state="precision"
      role="group"
      aria-label="The same groups with 8 bits and with 4"
      weights=${exampleTexts('pipeline').weights ?? ''}
      a-group-size="4"
      b-group-size="4"
      b-bits="4"
    ></groupwise-compare>
  `,
};
