import { html, nothing, type TemplateResult } from 'lit';
import type { WeightFacts } from '../tensors/protocol.ts';
import type { Shown } from '../tensors/session.ts';
import { formatCount, formatFloat32 } from '../text/format.ts';

export interface ReadoutView {
  readonly shown: Shown;
  readonly facts: WeightFacts | null;
}

/** The marked weight with its numbers, exact. The place it takes is the same with and without one. */
export function readout({ shown, facts }: ReadoutView): TemplateResult {
  const { rowLength } = shown.result.cut;
  const cell = (name: string, value: string, loss = false): TemplateResult =>
    html`<div><dt>${name}</dt><dd class="number ${loss ? 'loss' : ''}">${value || '–'}</dd></div>`;
  const row = facts ? Math.floor(facts.index / rowLength) : 0;
  const place = facts ? `${row + 1}, ${facts.index - row * rowLength + 1}` : '';
  const lost = facts !== null && facts.code === 0 && facts.weight !== 0;
  return html`<div class="readout" part="readout">
    <dl>
      ${cell('row, column', place)} ${cell('weight', facts ? formatFloat32(facts.weight) : '')}
      ${cell('code', facts ? `${facts.code}${lost ? ' (lost)' : ''}` : '')}
      ${cell('recovered', facts ? formatFloat32(facts.recovered) : '')}
      ${cell('recovered − weight', facts ? signedError(facts) : '', true)}
      ${cell('group', facts ? formatCount(facts.group + 1) : '')}
      ${cell('scale', facts ? formatFloat32(facts.scale) : '')}
    </dl>
    <div class="visually-hidden" role="status">
      ${
        facts
          ? `Row ${row + 1}, column ${facts.index - row * rowLength + 1}: weight ${formatFloat32(facts.weight)}, code ${facts.code}, recovered ${formatFloat32(facts.recovered)}, error ${signedError(facts)}, group ${facts.group + 1}.`
          : nothing
      }
    </div>
  </div>`;
}

/** One float32 subtraction, as docs/numerics.md defines an error; `measure` and `trace` give its magnitude. */
function signedError({ weight, recovered }: WeightFacts): string {
  const error = Math.fround(recovered - weight);
  return `${error > 0 ? '+' : ''}${formatFloat32(error)}`;
}
