import { html, type TemplateResult } from 'lit';
import {
  formatBytes,
  formatCount,
  formatDecibels,
  formatFixed,
  formatFloat,
  formatFloat32,
} from '../format.ts';
import type { Shown } from './session.ts';

/** What a format costs and saves for the whole tensor. */
export function figures({ info, result }: Shown): TemplateResult {
  const { measured, storage } = result;
  return html`<dl class="figures" part="figures">
    ${figure('signal to noise (SQNR)', formatDecibels(measured.sqnrDb))}
    ${figure('RMS error', formatFloat(measured.rmse, 6))}
    ${figure('largest error', formatFloat32(measured.maxAbs))}
    ${figure('lost (code 0, but not zero)', `${formatCount(measured.zeroed)} of ${formatCount(info.length)}`)}
    ${figure('bits per weight, with scales', formatFixed(storage.bitsPerWeight, 4))}
    ${figure('groups', formatCount(storage.numGroups))}
    ${figure('bytes as float32', formatBytes(storage.originalBytes))}
    ${figure('bytes of codes', formatBytes(storage.codeBytes))}
    ${figure('bytes of scales', formatBytes(storage.scaleBytes))}
    ${figure('bytes in all', `${formatBytes(storage.totalBytes)}, ${formatFixed(storage.savedPercent, 2)} % saved`)}
  </dl>`;
}

function figure(name: string, value: string): TemplateResult {
  return html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`;
}
