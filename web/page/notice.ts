import { html, type TemplateResult } from 'lit';

/** What a link says that could not be used. */
export function linkNotice(problems: readonly string[]): TemplateResult {
  return html`<div class="notice" role="status" ?hidden=${problems.length === 0}>
    ${
      problems.length === 0
        ? ''
        : html`<p>Some of this link could not be used; the examples’ values stand in.</p>
            <ul>
              ${problems.map((problem) => html`<li>${problem}</li>`)}
            </ul>`
    }
  </div>`;
}
