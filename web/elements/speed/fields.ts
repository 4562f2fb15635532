import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatBytes, formatCount } from '../text/format.ts';
import type { SpeedState } from './state.ts';

const SHAPES: readonly (readonly [number, string])[] = [
  [2 ** 16, '256 × 256'],
  [2 ** 20, '1024 × 1024'],
  [2 ** 22, '2048 × 2048'],
  [2 ** 24, '4096 × 4096'],
];
const GROUP_SIZES: readonly number[] = [32, 64, 128, 256];

export function fields(state: SpeedState, send: (state: SpeedState) => void): TemplateResult {
  const lengths = withOwn(
    SHAPES.map(([length]) => length),
    state.length,
  );
  return html`<div class="field">
      <label for="length">Tensor</label>
      ${select('length', state.length, lengths, lengthText, (length) => send({ ...state, length }))}
    </div>
    <div class="field">
      <label for="group-size">Group size</label>
      ${select(
        'group-size',
        state.groupSize,
        withOwn(GROUP_SIZES, state.groupSize),
        (size) => `${formatCount(size)} ${size === 1 ? 'weight' : 'weights'}`,
        (groupSize) => send({ ...state, groupSize }),
      )}
    </div>`;
}

function lengthText(length: number): string {
  const shape = SHAPES.find(([each]) => each === length)?.[1] ?? `${formatCount(length)} weights`;
  return `${shape}, ${formatBytes(4 * length)}`;
}

function withOwn(usual: readonly number[], own: number): readonly number[] {
  return usual.includes(own) ? usual : [...usual, own].sort((a, b) => a - b);
}

function select(
  id: string,
  value: number,
  options: readonly number[],
  text: (option: number) => string,
  send: (option: number) => void,
): TemplateResult {
  return html`<select
    id=${id}
    .value=${live(String(value))}
    @change=${(event: Event) => send(Number((event.target as HTMLSelectElement).value))}
  >
    ${options.map(
      (option) =>
        html`<option value=${option} ?selected=${option === value}>${text(option)}</option>`,
    )}
  </select>`;
}
