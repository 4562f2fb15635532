import { html } from 'lit';
import type { Section } from './section.ts';

export const sideBySide: Section = {
  id: 'side-by-side',
  title: 'One scale against groups',
  content: () => html`
    <div class="text">
      <p>
        Both at once: under A one scale for all eight weights, under B a scale for each group of four. The large weights come
        back the same either way. The small ones are lost under A; under B they come back with errors of <span class="unbroken">7.87398312e-06</span> at most.
      </p>
      <p>
        One figure hardly notices. The <em>signal-to-noise ratio</em> (SQNR) holds the sum of all squared weights against the
        sum of all squared errors, in decibels (dB): ten more mean a tenth of the squared error. It is 54.8 dB on both sides,
        because the large weights make up nearly all of both sums, and losing every small one barely moves them. An average over
        a layer can look good while half of its weights are gone.
      </p>
    </div>
    <groupwise-compare
      data-state="compare"
      role="group"
      aria-label="The same weights under one scale and in groups"
    ></groupwise-compare>
  `,
};
