import { html, nothing, type TemplateResult } from 'lit';
import { mathMinus, plural } from '../../text/format.ts';
import { call, equals, formula, num, sub } from '../formula.ts';
import { LINE } from '../stage.ts';
import { type FocusedView, listed, type Step } from './step.ts';

const HOW = {
  'half-away': 'the nearest integer; exactly halfway, the one further from zero',
  'half-even': 'the nearest integer; exactly halfway, the even one',
  truncate:
    'the integer next to it on the side of zero, however far it is: a poor idea, as the errors will show',
} as const;

export const round: Step = {
  name: 'round',
  title: 'Round and clamp',
  prose: (view) => html`<p>
      Each quotient falls onto an integer: ${HOW[view.walk.settings.rounding]}. What lies beyond −${view.largestCode} or
      ${view.largestCode} is clamped to that end, and called <em>clipped</em>. The integer is the <em>code</em>, and it is all that is kept of this
      weight; its group also keeps one scale.
    </p>
    ${outcome(view)}`,
  formula: ({ weight, largestCode }) => {
    const limits = [num(-largestCode), num(largestCode)];
    const name = sub('q', weight.index + 1);
    return formula(
      [call('round', num(weight.quotient)), equals(), num(weight.rounded)],
      [name, equals(), call('clamp', num(weight.rounded), ...limits), equals(), num(weight.code)],
    );
  },
  line: { ...LINE, axis: 'own', labels: 'codes', dots: 'code', fallen: true, showGrid: true },
  reveals: 'code',
  summary: (walk) => `Codes: ${listed(walk.weights.map((weight) => weight.code))}.`,
};

function outcome({ walk }: FocusedView): TemplateResult | typeof nothing {
  const { zeroed, clipped } = walk.measured;
  if (zeroed === 0 && clipped === 0) return nothing;
  const lost =
    zeroed > 0
      ? `${plural(zeroed, 'weight')} ${zeroed === 1 ? 'is' : 'are'} lost: not zero, but the code is 0.`
      : '';
  const cut =
    clipped > 0 ? `${plural(clipped, 'weight')} ${clipped === 1 ? 'is' : 'are'} clipped.` : '';
  return html`<p class="loss">${mathMinus(`${lost} ${cut}`.trim())}</p>`;
}
