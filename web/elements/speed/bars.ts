import { html, nothing, type TemplateResult } from 'lit';
import { formatFloat } from '../text/format.ts';
import { properties } from '../ui/properties.ts';
import type { Progress } from './measure.ts';
import { CONTENDERS, type ContenderName, rowsOf, type SpeedRow } from './results.ts';

export const LABELS: Readonly<Record<ContenderName, string>> = {
  plain: 'Plain JavaScript',
  scalar: 'WebAssembly, scalar',
  simd: 'WebAssembly, SIMD',
  threads: 'SIMD and threads',
  copy: 'Copying memory',
};

/** A bar for each, as long as it is fast; for those that cannot run here why. */
export function bars(length: number, progress: Progress | null): TemplateResult {
  const { times = {}, absent = {}, notes = {} } = progress ?? {};
  const rows = rowsOf(times, length);
  const most = Math.max(...rows.map(({ gbps }) => gbps));
  return html`<ul class="bars" part="bars">
    ${CONTENDERS.map((name) => {
      const row = rows.find((each) => each.name === name);
      const why = absent[name];
      const note = notes[name];
      return html`<li class=${name}>
        <span class="name">${LABELS[name]}</span>
        ${why === undefined ? bar(row, most) : html`<span class="why">${why}</span>`}
        ${note === undefined ? nothing : html`<span class="note">${note}</span>`}
      </li>`;
    })}
  </ul>`;
}

function bar(row: SpeedRow | undefined, most: number): TemplateResult {
  if (!row) {
    return html`<span class="room" aria-hidden="true"></span>
      <span class="figures">not measured yet</span>`;
  }
  const width = `${((100 * row.gbps) / most).toFixed(2)}%`;
  return html`<span class="room"><span class="fill" ${properties({ width })}></span></span>
    <span class="figures">
      <b class="number">${formatFloat(row.ms, 3)} ms</b>
      <span><span class="number">${formatFloat(row.gbps, 3)}</span> GB/s</span>
      <span class="against">${comparisons(row).map((text) => html`<span>${text}</span>`)}</span>
    </span>`;
}

/** “25 times plain JavaScript”, “48 % of copying”. */
export function comparisons({ name, overPlain, ofCopy }: SpeedRow): string[] {
  if (name === 'copy') return [];
  const texts: string[] = [];
  if (name !== 'plain' && overPlain !== null) {
    texts.push(`${formatFloat(overPlain, overPlain < 10 ? 2 : 3)} times plain JavaScript`);
  }
  if (ofCopy !== null) texts.push(`${formatFloat(100 * ofCopy, 2)} % of copying`);
  return texts;
}
