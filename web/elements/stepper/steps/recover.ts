import { html } from 'lit';
import { equals, formula, hat, num, op, operand, sub } from '../formula.ts';
import { LINE } from '../stage.ts';
import { listed, type Step } from './step.ts';

export const recover: Step = {
  name: 'recover',
  title: 'Recover',
  prose: () => html`<p>
    To use the weights again, each code is multiplied by its group’s scale. A recovered weight can only be a whole number of
    steps from zero, so it comes back near to where it was. The rings show where that is.
  </p>`,
  formula: ({ weight, group }) =>
    formula(
      [
        hat('w', weight.index + 1),
        equals(),
        sub('q', weight.index + 1),
        op('×'),
        sub('s', group.index + 1),
      ],
      [equals(), operand(weight.code, num(weight.code)), op('×'), num(group.trace.scale)],
      [equals(), num(weight.recovered)],
    ),
  line: { ...LINE, axis: 'own', dots: 'code', fallen: true, showGrid: true, showGhosts: true },
  reveals: 'recovered',
  summary: (walk) =>
    `Recovered weights: ${listed(walk.weights.map((weight) => weight.recovered))}.`,
};
