import { html, mathml } from 'lit';
import { plural } from '../../text/format.ts';
import { ceil, equals, formula, frac, num, op, word } from '../formula.ts';
import { LINE } from '../stage.ts';
import type { Step } from './step.ts';

export const groups: Step = {
  name: 'groups',
  title: 'Groups',
  prose: ({ walk }) => html`<p>
      The weights are cut, in order, into groups of ${walk.groupSize}. Everything from here on happens in each group on its own. The
      brackets ⌈\u00a0⌉ round up.
    </p>
    ${
      walk.groups.some((group) => group.isTail)
        ? html`<p>A group at the end of a row that is not full is a <em>tail</em>: a group like any other, only shorter.</p>`
        : ''
    }`,
  formula: ({ walk }) => {
    const rowLength = walk.settings.rowLength ?? walk.weights.length;
    const perRow = ceil(frac(num(rowLength), num(walk.groupSize)));
    const rows = walk.weights.length / rowLength;
    return formula([
      word('groups'),
      equals(),
      rows > 1 ? mathml`${num(rows)}${op('×')}${perRow}` : perRow,
      equals(),
      num(walk.storage.numGroups),
    ]);
  },
  line: LINE,
  summary: (walk) =>
    `${plural(walk.groups.length, 'group')}: ${walk.groups
      .map((group) => `group ${group.index + 1} has ${plural(group.weights.length, 'weight')}`)
      .join(', ')}.`,
};
