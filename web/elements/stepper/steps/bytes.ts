import { html, mathml } from 'lit';
import { formatBytes, formatFixed, plural } from '../../text/format.ts';
import { equals, formula, frac, num, op, word } from '../formula.ts';
import { byteStrips } from './byte-strips.ts';
import type { Step } from './step.ts';

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
