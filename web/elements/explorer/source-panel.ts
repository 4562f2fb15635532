import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { select } from '../options/fields.ts';
import { DISTRIBUTION_NAMES, DISTRIBUTION_NOTES, SIZES, sizeText } from '../tensors/spec.ts';
import { formatCount } from '../text/format.ts';
import type { ExplorerState } from './state.ts';

export interface SourcePanelView {
  readonly state: ExplorerState;
  /** Whether a file is open that can be gone back to. */
  readonly hasFile: boolean;
  readonly seedText: string;
  readonly seedProblem: string | null;
  readonly edit: (control: 'source' | 'size' | 'seed', text: string) => void;
}

/** Which weights: made here, or from a file. */
export function sourcePanel(view: SourcePanelView): TemplateResult {
  const { state } = view;
  const made = state.source !== 'file';
  return html`<div class="source">
    <div class="field">
      <label for="source">Weights</label>
      ${select(
        { id: 'source' },
        state.source,
        [
          ['outliers', DISTRIBUTION_NAMES.outliers],
          ['gaussian', DISTRIBUTION_NAMES.gaussian],
          ...(view.hasFile || !made ? [['file', 'From the file'] as const] : []),
        ],
        (text) => view.edit('source', text),
      )}
    </div>
    ${made ? generatedFields(view) : nothing}
  </div>
  ${
    state.source === 'file'
      ? nothing
      : html`<p class="hint note">${DISTRIBUTION_NOTES[state.source]}</p>`
  }`;
}

function generatedFields(view: SourcePanelView): TemplateResult {
  const { spec } = view.state;
  const current = sizeText(spec);
  const known = SIZES.map(([rows, columns]) => sizeText({ rows, columns }));
  const sizes = known.includes(current) ? known : [current, ...known];
  return html`<div class="field">
      <label for="size">Rows × columns</label>
      ${select(
        { id: 'size' },
        current,
        sizes.map((text) => [text, sizeLabel(text)] as const),
        (text) => view.edit('size', text),
      )}
    </div>
    <div class="field">
      <label for="seed">Seed</label>
      <div class="pair">
        <input
          id="seed"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-invalid=${view.seedProblem === null ? nothing : 'true'}
          aria-describedby=${view.seedProblem === null ? nothing : 'problem-seed'}
          .value=${live(view.seedText)}
          @change=${(event: Event) => view.edit('seed', (event.target as HTMLInputElement).value)}
        />
        <button @click=${() => view.edit('seed', String((spec.seed + 1) % 2 ** 32))}>Another</button>
      </div>
      ${view.seedProblem === null ? nothing : html`<p class="problem" id="problem-seed">${view.seedProblem}</p>`}
    </div>`;
}

function sizeLabel(text: string): string {
  const [rows = 0, columns = 0] = text.split('x').map(Number);
  return `${rows} × ${columns} (${formatCount(rows * columns)})`;
}
