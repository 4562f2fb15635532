import { html } from 'lit';
import { equals, formula, frac, given, num, sub } from '../formula.ts';
import { LINE } from '../stage.ts';
import { listed, type Step } from './step.ts';

export const divide: Step = {
  name: 'divide',
  title: 'Divide',
  prose: ({ group, largestCode }) => html`<p>
    Each weight is divided by its group’s scale. The quotients say how many steps from zero each weight is; as float32 rounds
    them too, last digits may look stray. Only the ruler has changed: the ends are now −${largestCode} and ${largestCode}${
      group.isAllZero ? '' : ', and most weights fall between two integers'
    }.
  </p>`,
  formula: ({ weight, group }) =>
    formula(
      [
        sub('x', weight.index + 1),
        equals(),
        frac(sub('w', weight.index + 1), sub('s', group.index + 1)),
        equals(),
        frac(given(weight.weight), num(group.trace.scale)),
      ],
      [equals(), num(weight.quotient)],
    ),
  line: { ...LINE, axis: 'own', labels: 'codes', showGrid: true },
  reveals: 'quotient',
  summary: (walk) => `Quotients: ${listed(walk.weights.map((weight) => weight.quotient))}.`,
};
