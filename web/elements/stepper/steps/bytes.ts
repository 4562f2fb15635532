import { html, mathml, svg, type TemplateResult } from 'lit';
import { formatBytes, formatFixed, plural } from '../../text/format.ts';
import { equals, formula, frac, num, op, word } from '../formula.ts';
import type { FocusedView, Step } from './step.ts';
export const bytes: Step = {
  name: 'bytes',
  title: 'Bytes',
  prose: ({ walk: { storage, settings } }) => html`<p>
      Stored are the codes and one scale for each group: ${formatBytes(storage.codeBytes)} and
      ${formatBytes(storage.scaleBytes)} instead of ${formatBytes(storage.originalBytes)}. ${
        storage.savedPercent >= 0
          ? html`That saves ${formatFixed(storage.savedPercent, 2)}\u00a0%.`
          : html`That is <em>more</em> than before: a group this small does not pay for its scale.`
      }
    </p>
    <p>
      With its share of the scales a weight takes ${formatFixed(storage.bitsPerWeight, 3)} bits, not ${settings.bits}. Larger
      groups share a scale among more weights; smaller groups follow the weights more closely. ${
        storage.numGroups * 16 > storage.originalBytes / 4
          ? 'Groups this small are only for show; real ones are far larger.'
          : ''
      }
    </p>`,
  formula: ({ walk: { storage } }) =>
    formula(
      [
        word('bytes'),
        equals(),
        mathml`${num(storage.codeBytes)}${op('+')}${num(storage.scaleBytes)}`,
        equals(),
        num(storage.totalBytes),
      ],
      [
        word('ratio'),
        equals(),
        frac(num(storage.originalBytes), num(storage.totalBytes)),
        equals(),
        mathml`<mn>${formatFixed(storage.ratio, 3)}</mn>`,
      ],
    ),
  line: null,
  picture: byteStrips,
  summary: ({ storage }) =>
    `${formatBytes(storage.originalBytes)} become ${formatBytes(storage.totalBytes)}: ${formatBytes(storage.codeBytes)} of codes and ` +
    `${formatBytes(storage.scaleBytes)} of scales for ${plural(storage.numGroups, 'group')}.`,
};

const GAP = 3;
/** Sides of a byte's square in px: few bytes can be larger. */
const LARGE = 18;
const SMALL = 11;
const FEW = 64;

interface Run {
  readonly count: number;
  readonly className: string;
}

/** A square for each byte, before and after. */
function byteStrips({ walk, width }: FocusedView): TemplateResult {
  const { storage } = walk;
  const square = storage.originalBytes <= FEW ? LARGE : SMALL;
  const before = [{ count: storage.originalBytes, className: 'original' }];
  const after = [
    { count: storage.codeBytes, className: 'code' },
    { count: storage.scaleBytes, className: 'scale' },
  ];
  return html`<figure class="strips" part="bytes">
    ${strip(`float32: ${formatBytes(storage.originalBytes)}`, before, square, width)}
    ${strip(
      `codes ${formatBytes(storage.codeBytes)} + scales ${formatBytes(storage.scaleBytes)} = ${formatBytes(storage.totalBytes)}`,
      after,
      square,
      width,
    )}
    <figcaption>
      <span class="key code"></span> codes <span class="key scale"></span> scales: one square is one byte.
      <span class="number">${formatFixed(storage.bitsPerWeight, 3)}</span> bits per weight.
    </figcaption>
  </figure>`;
}

function strip(title: string, runs: readonly Run[], square: number, width: number): TemplateResult {
  const perLine = Math.max(8, Math.floor((width + GAP) / (square + GAP) / 8) * 8);
  const total = runs.reduce((sum, run) => sum + run.count, 0);
  const height = Math.max(1, Math.ceil(total / perLine)) * (square + GAP);
  let at = 0;
  const paths = runs.map(({ count, className }) => {
    let path = '';
    for (const end = at + count; at < end; at += 1) {
      const x = (at % perLine) * (square + GAP);
      const y = Math.floor(at / perLine) * (square + GAP);
      path += `M${x} ${y}h${square}v${square}h-${square}z`;
    }
    return svg`<path class="byte ${className}" d=${path}></path>`;
  });
  return html`<div class="strip">
    <span class="strip-title">${title}</span>
    <svg role="img" aria-label=${title} width=${width} height=${height}>${paths}</svg>
  </div>`;
}
