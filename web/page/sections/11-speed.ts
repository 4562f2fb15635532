import { html } from 'lit';
import type { Section } from './section.ts';

export const speed: Section = {
  id: 'speed',
  title: 'How fast it is here',
  content: () => html`
    <div class="text">
      <p>
        A weight is four bytes to read and a code is one byte to write: no program can quantize faster than memory delivers.
        Measure how close your browser comes, and what plain JavaScript makes of the same work, byte for byte.
      </p>
    </div>
    <groupwise-speed data-state="speed" role="group" aria-label="How fast this browser quantizes"></groupwise-speed>
  `,
};
