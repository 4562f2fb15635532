import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Editing } from '../state/drafts.ts';
import { float32ListText } from '../text/float32.ts';
import { replaceWeights } from './edits.ts';
import type { Settings } from './settings.ts';

/** All weights as one text, to paste a list or copy it. */
export function listEditor(
  weights: Float32Array,
  { draft, propose, settle }: Editing<Pick<Settings, 'weights'>>,
): TemplateResult {
  const current = draft('list');
  const problem = current?.problem ?? null;
  return html`<details class="list">
    <summary>All weights as a list</summary>
    <textarea
      rows="3"
      spellcheck="false"
      aria-label="All weights"
      aria-invalid=${problem === null ? nothing : 'true'}
      aria-describedby=${problem === null ? 'list-hint' : 'problem-list'}
      .value=${live(current?.text ?? float32ListText(weights))}
      @input=${(event: InputEvent) => propose(replaceWeights((event.target as HTMLTextAreaElement).value))}
      @blur=${() => settle('list')}
    ></textarea>
    ${
      problem === null
        ? html`<p class="hint" id="list-hint">Separated by spaces, commas, semicolons or new lines.</p>`
        : html`<p class="problem" id="problem-list">${problem}</p>`
    }
  </details>`;
}
