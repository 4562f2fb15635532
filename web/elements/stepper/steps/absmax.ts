import { html, mathml } from 'lit';
import { float32Text } from '../../text/float32.ts';
import { abs, call, equals, formula, given, sub } from '../formula.ts';
import { LINE } from '../stage.ts';
import type { Step } from './step.ts';

/** As many as fit on a line. */
const SHOWN = 4;

export const absmax: Step = {
  name: 'absmax',
  title: 'Absmax',
  prose: () => html`<p>
    Each group looks for its <em>absmax</em>: the largest weight in it, the sign left out. No weight of the group lies outside
    the band from −absmax to absmax, so this is the range the integers have to cover.
  </p>`,
  formula: ({ group }) => {
    const first = Array.from(group.trace.weights.slice(0, SHOWN), (weight) => abs(given(weight)));
    const rest = group.trace.weights.length > SHOWN ? [mathml`<mo>…</mo>`] : [];
    return formula(
      [sub('absmax', group.index + 1)],
      [equals(), call('max', ...first, ...rest)],
      [equals(), given(group.trace.absmax)],
    );
  },
  line: { ...LINE, showAbsmax: true },
  summary: (walk) =>
    walk.groups
      .map(
        (group) => `The absmax of group ${group.index + 1} is ${float32Text(group.trace.absmax)}.`,
      )
      .join(' '),
};
