import { html } from 'lit';
import { exampleTexts } from '../../elements/walk/examples.ts';
import { type Section, stepper } from './section.ts';

const grouped = {
  id: 'groups',
  label: 'The same weights in groups of four',
  texts: exampleTexts('groups'),
  step: 'round',
};

export const groupsOfFour: Section = {
  id: 'groups-of-four',
  title: 'A scale for each group',
  content: () => html`
    <div class="text">
      <p>
        Cut the same weights into groups of four and give each group its own scale. The second group’s steps are now 5,250 times
        finer, its codes are 64, −127, 95 and −51, and its largest error is <span class="unbroken">7.87398312e-06</span> (e-06 moves the point six places to
        the left: 0.00000787). Nothing is lost. The price is a second scale: four more bytes.
        Groups of four are only for show: real ones have 32 to 256 weights, which then take 9 to 8.125 bits each.
      </p>
    </div>
    ${stepper(grouped)}
  `,
};
