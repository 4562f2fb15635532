import { html, type TemplateResult } from 'lit';
import {
  formatCount,
  formatDecibels,
  formatFixed,
  formatFloat,
  formatFloat32,
} from '../text/format.ts';
import { glossary } from '../ui/glossary.ts';
import type { Walk } from '../walk/walk.ts';
import type { Compared } from './verdict.ts';

interface Metric {
  readonly name: string;
  readonly text: (walk: Walk) => string;
}

const METRICS: readonly Metric[] = [
  { name: 'scales', text: ({ storage }) => String(storage.numGroups) },
  { name: 'lost', text: ({ measured, weights }) => `${measured.zeroed} of ${weights.length}` },
  { name: 'clipped', text: ({ measured, weights }) => `${measured.clipped} of ${weights.length}` },
  { name: 'largest error', text: ({ measured }) => formatFloat32(measured.maxAbs) },
  { name: 'RMS error', text: ({ measured }) => formatFloat(measured.rmse, 6) },
  { name: 'signal to noise (SQNR)', text: ({ measured }) => formatDecibels(measured.sqnrDb) },
  { name: 'bytes of codes', text: ({ storage }) => formatCount(storage.codeBytes) },
  { name: 'bytes of scales', text: ({ storage }) => formatCount(storage.scaleBytes) },
  { name: 'bytes in all', text: ({ storage }) => formatCount(storage.totalBytes) },
  { name: 'bits per weight', text: ({ storage }) => formatFixed(storage.bitsPerWeight, 3) },
];

/** The figures of both sides, one under the other. A figure in which they differ is marked. */
export function metrics({ a, b }: Compared): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Figures of both sides">
    <table class="totals" part="figures">
      <thead>
        <tr>
          <th scope="col">of all weights</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        ${METRICS.map(({ name, text }) => {
          const [one, other] = [text(a), text(b)];
          return html`<tr class=${one === other ? 'same' : 'other'}>
            <th scope="row">${name}</th>
            <td>${one}</td>
            <td>${other}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>
  ${glossary('lost', 'clipped', 'rms', 'sqnr')}`;
}
