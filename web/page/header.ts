import { html, type TemplateResult } from 'lit';
import { SECTIONS } from './sections/index.ts';
import { themeSwitch } from './theme-switch.ts';

export function header(): TemplateResult {
  return html`<header>
    <div class="top">
      <p class="name">Groupwise</p>
      ${themeSwitch()}
    </div>
    <h1>How weights become small integers, and what is lost on the way</h1>
    <p class="lead">
      Group-wise quantization stores a neural network’s weights in about a quarter of the space, or less. Walk through it step by
      step. Every number below is computed in this page, by the same WebAssembly code that quantizes whole models.
    </p>
    <nav aria-label="Sections">
      <ol>
        ${SECTIONS.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ol>
    </nav>
  </header>`;
}
