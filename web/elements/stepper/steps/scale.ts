import { html, nothing, type TemplateResult } from 'lit';
import { formatFloat32 } from '../../text/format.ts';
import type { WalkedGroup } from '../../walk/walk.ts';
import { equals, formula, frac, given, num, op, sub, word } from '../formula.ts';
import { LINE } from '../stage.ts';
import type { FocusedView, Step } from './step.ts';

export const scale: Step = {
  name: 'scale',
  title: 'Scale',
  prose: (view) => html`<p>${why(view)}</p>
    ${kept(view)}`,
  formula: (view) => formula(...lines(view)),
  line: { ...LINE, axis: 'own', showAbsmax: true, showGrid: true },
  summary: (walk) =>
    walk.groups
      .map(
        (group) => `The scale of group ${group.index + 1} is ${formatFloat32(group.trace.scale)}.`,
      )
      .join(' '),
};

function why({ walk, largestCode, group }: FocusedView): TemplateResult {
  if (group.isAllZero) {
    return html`All weights of this group are zero. Any scale would do; by convention it is 1.`;
  }
  if (walk.settings.customScale !== null) {
    return html`The scale says how much weight one integer step is worth. Here it was <em>picked by hand</em>, so the largest
    weight need not land on the largest code.`;
  }
  return html`With ${walk.settings.bits} bits the codes run from −${largestCode} to ${largestCode}; the last is called
    <em>qmax</em>. The <em>scale</em> is the weight one step is worth: absmax, divided by qmax. The largest weight will land
    exactly on the last code, and all others in between.`;
}

/** What becomes of the scale when it is written down. */
function kept({ walk, group }: FocusedView): TemplateResult | typeof nothing {
  const { scale: format } = walk.settings;
  if (format === 'float32' || group.isAllZero) return nothing;
  return typeof format === 'string'
    ? html`<p>
        It is stored as a 16-bit float: half the bytes, and about ${format === 'float16' ? 'three' : 'two'} digits. All that
        follows uses the stored scale.
      </p>`
    : html`<p>
        It is written down with ${format.digits} significant ${format.digits === 1 ? 'digit' : 'digits'}, as one would on paper.
        All that follows uses the scale as written.
      </p>`;
}

function lines({ walk, group, largestCode }: FocusedView): TemplateResult[][] {
  const { trace } = group;
  const name = sub('s', group.index + 1);
  if (group.isAllZero) return [[name, equals(), num(trace.scale)]];
  const made =
    walk.settings.customScale === null
      ? [
          name,
          equals(),
          frac(word('absmax'), word('qmax')),
          equals(),
          frac(given(trace.absmax), num(largestCode)),
        ]
      : [name, equals(), word('picked')];
  const exact = [equals(), num(trace.exactScale)];
  return isStoredExactly(group)
    ? [made, exact]
    : [made, exact, [word('stored'), op('→'), num(trace.scale)]];
}

function isStoredExactly({ trace }: WalkedGroup): boolean {
  return trace.scale === trace.exactScale;
}
