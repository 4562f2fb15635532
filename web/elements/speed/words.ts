import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatFloat, plural } from '../text/format.ts';
import { comparisons, LABELS } from './bars.ts';
import { rowsOf } from './results.ts';
import type { SpeedSession } from './session.ts';

/** The outcome in a sentence, for those who do not see the bars. */
export function spoken({ stage, state, progress }: SpeedSession): string {
  if (stage === 'running') return 'Measuring';
  if (!progress || (stage !== 'done' && stage !== 'stopped')) return '';
  const rows = rowsOf(progress.times, state.length).map((row) =>
    [`${LABELS[row.name]}: ${formatFloat(row.ms, 3)} milliseconds`, ...comparisons(row)].join(', '),
  );
  return [stage === 'done' ? 'Measured' : 'Stopped', ...rows].join('. ');
}

/** What is measured, exactly. */
export function method({ stage, state, progress }: SpeedSession): TemplateResult {
  const { length, groupSize } = state;
  const rounds = progress?.rounds ?? 0;
  return html`<div class="method">
    ${
      progress && rounds > 0
        ? html`<p>
            Medians of ${plural(rounds, 'interleaved round')}${stage === 'stopped' ? ', stopped early' : nothing}.
            ${
              progress.same === null
                ? nothing
                : progress.same
                  ? 'All returned the same codes, scales and errors, to the bit.'
                  : html`<b class="loss">They did not all return the same bytes.</b>`
            }
          </p>`
        : html`<p>Medians of interleaved rounds are shown, and whether all returned the same bytes.</p>`
    }
    <p>
      ${formatCount(length)} weights in groups of ${formatCount(groupSize)} become 8-bit codes, scales and the largest error of
      each group. Each runs in a worker that holds the weights; a time goes from asking it to having the arrays here, with all
      copies. GB/s count 4 bytes read and 1 written a weight. “Copying memory” is the limit to
      compare with: 5/8 of the weights copied within the memory of a worker, which reads and writes as many bytes.
    </p>
  </div>`;
}
