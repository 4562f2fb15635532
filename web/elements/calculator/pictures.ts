import { html, type TemplateResult } from 'lit';
import { formatCount } from '../text/format.ts';
import { properties } from '../ui/properties.ts';
import { GB, gigabytes } from './memory.ts';
import type { Calculated, Calculation } from './state.ts';

/** A bar for each way to keep the weights, all on one scale. */
export function sizeBars(
  { bits }: Calculation,
  { storage, float16Bytes }: Calculated,
): TemplateResult {
  const { originalBytes, codeBytes, scaleBytes, totalBytes } = storage;
  const most = Math.max(originalBytes, totalBytes);
  const part = (className: string, bytes: number): TemplateResult =>
    html`<span class="part ${className}" ${properties({ width: `${(100 * bytes) / most}%` })}></span>`;
  const bar = (name: string, bytes: number, parts: TemplateResult): TemplateResult => html`<li>
    <span class="bar-name">${name}</span>
    <span class="size">${parts}</span>
    <span class="number">${gigabytes(bytes)}</span>
  </li>`;
  return html`<ul class="sizes" part="sizes" aria-label="Bytes in each format">
      ${bar('float32', originalBytes, part('original', originalBytes))}
      ${bar('float16', float16Bytes, part('original', float16Bytes))}
      ${bar(`${bits} bits`, totalBytes, html`${part('code', codeBytes)}${part('scale', scaleBytes)}`)}
    </ul>
    <p class="hint">
      <span class="key code" aria-hidden="true"></span> codes
      <span class="key scale" aria-hidden="true"></span> scales
    </p>`;
}

/** How much of each memory the weights fill, and whether they fit. */
export function memoryBars(
  { memory }: Calculation,
  { storage, float16Bytes }: Calculated,
): TemplateResult {
  const { totalBytes, originalBytes } = storage;
  return html`<h3>Does it fit?</h3>
    <ul class="memories" part="memory">
      ${memory.map((size) => {
        const room = size * GB;
        const fits = totalBytes <= room;
        const spare = Math.abs(room - totalBytes);
        return html`<li class=${fits ? 'fits' : 'too-large'}>
          <span class="bar-name number">${formatCount(size)} GB</span>
          <span class="room" aria-hidden="true"
            ><span class="filled" ${properties({ width: `${Math.min(100, (100 * totalBytes) / room)}%` })}></span
          ></span>
          <span class="answer">
            <span class="sign" aria-hidden="true">${fits ? '✓' : '✕'}</span>
            <b>${fits ? 'fits' : 'does not fit'}</b>:
            <span class="number">${gigabytes(spare)}</span> ${fits ? 'to spare' : 'too much'}
          </span>
          <span class="others">${others(fits, float16Bytes <= room, originalBytes <= room)}</span>
        </li>`;
      })}
    </ul>
    <p class="hint">
      1 GB is 1,000,000,000 bytes here. Only the weights are counted; what a model computes with them needs memory too.
    </p>`;
}

/** Whether the unquantized weights would fit. */
function others(fits: boolean, float16: boolean, float32: boolean): string {
  if (float16 !== float32) return 'float16 fits, float32 does not';
  if (float16) return fits ? 'float16 and float32 fit too' : 'float16 and float32 would fit';
  return fits ? 'float16 and float32 do not' : 'float16 and float32 do not either';
}
