import { html } from 'lit';
import { float32Text } from '../../text/float32.ts';
import { formatBytes, plural } from '../../text/format.ts';
import { equals, formula, given, sub } from '../formula.ts';
import { LINE } from '../stage.ts';
import { listed, type Step } from './step.ts';

export const weights: Step = {
  name: 'weights',
  title: 'Weights',
  prose: ({ walk }) => html`<p>
    A model’s weights are numbers, each stored as a 32-bit float: ${plural(walk.weights.length, 'weight')},
    ${formatBytes(walk.storage.originalBytes)}. Quantization stores each of them as a small integer instead. Change a weight
    below, or drag its dot.
  </p>`,
  formula: ({ weight }) => formula([sub('w', weight.index + 1), equals(), given(weight.weight)]),
  line: { ...LINE, lanes: 'together' },
  summary: (walk) =>
    `${plural(walk.weights.length, 'weight')}: ${listed(Array.from(walk.settings.weights), float32Text)}.`,
};
