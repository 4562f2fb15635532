import { html, nothing, render, type TemplateResult } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { ELEMENT_NAMES, type ElementName, loadElement, loadFor } from '../elements.ts';
import { linkNotice } from '../notice.ts';
import { applyTheme, THEMES, themeNamed } from '../theme-choice.ts';
import { shorten } from '../url/hash.ts';
import { syncUrl } from '../url/sync.ts';
import { sentPlace, wireTensor } from '../wire-tensor.ts';
import { reportHeight } from './frame.ts';

const PREFIX = 'groupwise-';

/** One element alone, for a frame in somebody else's page: `?embed=stepper&theme=dark&id=a#weights=1,2`. */
export async function showEmbed(asked: string, parameters: URLSearchParams): Promise<void> {
  const theme = parameters.get('theme');
  applyTheme(themeNamed(theme) ?? 'auto');
  document.documentElement.classList.add('embedded');
  const root = document.createElement('main');
  root.className = 'embed';
  document.body.append(root);
  reportHeight(root, parameters.get('id'));

  const name = ELEMENT_NAMES.find((each) => each === PREFIX + asked);
  if (!name) {
    render(unknown(asked), root);
    return;
  }
  const wrongTheme =
    theme !== null && !themeNamed(theme)
      ? [`theme ${shorten(theme)} is not one of ${THEMES.join(', ')}`]
      : [];
  const show = (problems: readonly string[]): void => {
    render(
      html`<h1 class="visually-hidden">Groupwise</h1>
        <h2 class="visually-hidden">${asked}</h2>
        ${linkNotice([...wrongTheme, ...problems])} ${element(name, asked)}
      ${name === 'groupwise-explorer' ? sentPlace() : nothing}`,
      root,
    );
  };
  const loaded = loadElement(name);
  show([]);
  await loaded;
  await syncUrl({ root, only: asked, load: loadFor, report: show });
  wireTensor(root);
}

function element(name: ElementName, id: string): TemplateResult {
  const tag = unsafeStatic(name);
  return staticHtml`<${tag} data-state=${id} role="group" aria-label=${`Groupwise ${id}`}></${tag}>`;
}

function unknown(asked: string): TemplateResult {
  const names = ELEMENT_NAMES.map((each) => each.slice(PREFIX.length)).join(', ');
  return html`<h1 class="visually-hidden">Groupwise</h1>
    <p class="notice" role="alert">
    There is nothing called ${shorten(asked)} to embed. <code>?embed=</code> takes one of: ${names}.
  </p>`;
}
