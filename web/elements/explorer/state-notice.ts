import { html, nothing, type TemplateResult } from 'lit';
import type { ExplorerControl } from './control.ts';

/** What is being done, what failed, and what could not be used. Its place is kept, so that nothing moves. */
export function stateNotice({ session, state, problems, source }: ExplorerControl): TemplateResult {
  const { busy, problem } = session;
  const share = busy?.share ?? null;
  const missing = state.source === 'file' && state.tensor !== null && !source && !session.shown;
  return html`<div class="state">
    <div class="busy ${busy ? 'on' : ''}">
      <progress aria-label="Progress" max="1" .value=${share ?? 0}></progress>
      <span role="status">${busy ? `${busy.phase} …` : ''}</span>
      <span class="number">${share === null ? '' : `${Math.floor(100 * share)} %`}</span>
    </div>
    ${problem === null ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
    ${missing ? html`<p class="problem">This was made with the tensor “${state.tensor}” of a file. Open that file to see it.</p>` : nothing}
    ${problems.map(
      ({ attribute, message }) =>
        html`<p class="problem">${attribute}: ${message}. The default is used.</p>`,
    )}
  </div>`;
}
