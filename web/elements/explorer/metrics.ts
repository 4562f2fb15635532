import { html, type TemplateResult } from 'lit';
import type { Shown } from '../tensors/session.ts';
import {
  formatBytes,
  formatCount,
  formatDecibels,
  formatFixed,
  formatFloat,
  formatFloat32,
} from '../text/format.ts';
import { glossary } from '../ui/glossary.ts';

/** What a format costs and saves for the whole tensor. */
export function metrics({ result }: Shown): TemplateResult {
  const { measured, storage, tensor } = result;
  const saved = `${formatFixed(storage.savedPercent, 2)} % saved`;
  return html`<div class="figures" part="figures"><dl class="keys">
    ${metric('signal to noise (SQNR)', formatDecibels(measured.sqnrDb))}
    ${metric('bits per weight, with scales', formatFixed(storage.bitsPerWeight, 4))}
    ${metric('bytes in all', `${formatBytes(storage.totalBytes)}, ${saved}`)}
    </dl><dl>
    ${metric('RMS error', formatFloat(measured.rmse, 6))}
    ${metric('largest error', formatFloat32(measured.maxAbs))}
    ${metric('lost (code 0, not zero)', `${formatCount(measured.zeroed)} of ${formatCount(tensor.length)}`)}
    ${metric('groups', formatCount(storage.numGroups))}
    ${metric('bytes as float32', formatBytes(storage.originalBytes))}
    ${metric('codes + scales', `${formatBytes(storage.codeBytes)} + ${formatBytes(storage.scaleBytes)}`)}
  </dl>${glossary('sqnr', 'rms')}</div>`;
}

function metric(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`;
}
