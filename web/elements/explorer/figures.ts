import { html, type TemplateResult } from 'lit';
import {
  formatBytes,
  formatCount,
  formatDecibels,
  formatFixed,
  formatFloat,
  formatFloat32,
} from '../text/format.ts';
import { glossary } from '../ui/glossary.ts';
import type { Shown } from './session.ts';

/** What a format costs and saves for the whole tensor. */
export function figures({ result }: Shown): TemplateResult {
  const { measured, storage, tensor } = result;
  const saved = `${formatFixed(storage.savedPercent, 2)} % saved`;
  return html`<div class="figures" part="figures"><dl class="keys">
    ${figure('signal to noise (SQNR)', formatDecibels(measured.sqnrDb))}
    ${figure('bits per weight, with scales', formatFixed(storage.bitsPerWeight, 4))}
    ${figure('bytes in all', `${formatBytes(storage.totalBytes)}, ${saved}`)}
    </dl><dl>
    ${figure('RMS error', formatFloat(measured.rmse, 6))}
    ${figure('largest error', formatFloat32(measured.maxAbs))}
    ${figure('lost (code 0, not zero)', `${formatCount(measured.zeroed)} of ${formatCount(tensor.length)}`)}
    ${figure('groups', formatCount(storage.numGroups))}
    ${figure('bytes as float32', formatBytes(storage.originalBytes))}
    ${figure('codes + scales', `${formatBytes(storage.codeBytes)} + ${formatBytes(storage.scaleBytes)}`)}
  </dl>${glossary('sqnr', 'rms')}</div>`;
}

function figure(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`;
}
