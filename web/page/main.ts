import { html, render } from 'lit';
import { defineElements } from '../elements/define.ts';
import { sharedQuantizer } from '../elements/quantizer.ts';
import { tokens } from '../elements/theme.ts';
import { header } from './header.ts';
import { SECTIONS } from './sections/index.ts';
import { sectionTemplate } from './sections/section.ts';
import { syncUrl } from './url-sync.ts';
import { wireTensor } from './wire-tensor.ts';

if (tokens.styleSheet)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, tokens.styleSheet];

defineElements();

const root = document.createElement('div');
root.className = 'page';
document.body.append(root);

function show(problems: readonly string[]): void {
  render(
    html`${header()}
      <div class="notice" role="status" ?hidden=${problems.length === 0}>
        ${
          problems.length === 0
            ? ''
            : html`<p>Some of this link could not be used; the examples’ values stand in.</p>
                <ul>
                  ${problems.map((problem) => html`<li>${problem}</li>`)}
                </ul>`
        }
      </div>
      <main>${SECTIONS.map((section, index) => sectionTemplate(section, index + 1))}</main>
      <footer><p>Open source under the MIT licence.</p></footer>`,
    root,
  );
}

/** The page is laid out when it can be laid out for good; if the quantizer takes its time, without it. */
await Promise.race([
  sharedQuantizer().catch(() => undefined),
  new Promise((done) => setTimeout(done, 400)),
]);

show([]);
syncUrl(
  root,
  SECTIONS.flatMap((section) => section.steppers),
  show,
);
wireTensor(root);
