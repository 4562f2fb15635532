import { html, nothing } from 'lit';
import { formatDecibels, formatFloat32, formatShort, plural } from '../../text/format.ts';
import { glossary } from '../../ui/glossary.ts';
import { abs, equals, formula, given, hat, num, op, operand, sub } from '../formula.ts';
import { errorBars } from './error-bars.ts';
import { listed, type Step } from './step.ts';

export const error: Step = {
  name: 'error',
  title: 'Error',
  prose: ({ walk }) => html`<p>
      What quantization cost: the distance between each weight and what came back. When nothing is clipped (cut off at the
      last code), no error of a group is larger than half of its scale${walk.settings.rounding === 'truncate' ? ' (a whole scale, when truncating)' : ''}, so
      a small scale means small errors.
    </p>
    <dl class="figures">
      <div><dt>largest error</dt><dd class="number">${formatFloat32(walk.measured.maxAbs)}</dd></div>
      <div><dt>RMS error</dt><dd class="number">${formatShort(walk.measured.rmse)}</dd></div>
      <div><dt>signal to noise (SQNR)</dt><dd class="number">${formatDecibels(walk.measured.sqnrDb)}</dd></div>
      ${walk.measured.zeroed > 0 ? html`<div class="loss"><dt>lost</dt><dd>${plural(walk.measured.zeroed, 'weight')}</dd></div>` : nothing}
      ${walk.measured.clipped > 0 ? html`<div class="loss"><dt>clipped</dt><dd>${plural(walk.measured.clipped, 'weight')}</dd></div>` : nothing}
    </dl>
    ${glossary('rms', 'sqnr')}`,
  formula: ({ weight }) =>
    formula(
      [
        sub('e', weight.index + 1),
        equals(),
        abs([hat('w', weight.index + 1), op('−'), sub('w', weight.index + 1)]),
      ],
      [
        equals(),
        abs([num(weight.recovered), op('−'), operand(weight.weight, given(weight.weight))]),
      ],
      [equals(), num(weight.error)],
    ),
  line: null,
  picture: errorBars,
  reveals: 'error',
  summary: (walk) =>
    `Errors: ${listed(walk.weights.map((weight) => weight.error))}. The largest is ${formatFloat32(walk.measured.maxAbs)}.`,
};
