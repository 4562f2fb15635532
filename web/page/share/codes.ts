import type { Texts } from '../../elements/state/schema.ts';
import { isStateful, type StatefulElement } from '../../elements/state/stateful-element.ts';
import { chosenTheme } from '../theme-choice.ts';
import { difference, writeHash } from '../url/hash.ts';

/** What makes an element show its present state elsewhere. */
export interface Codes {
  readonly tag: string;
  readonly frame: string;
}

/** The file beside this page that defines all elements. */
const BUNDLE = 'elements.bundle.js';

/** In an element's state, the texts that a tag without attributes would not show; and the weights, which are the example. */
function ownTexts(element: StatefulElement): Texts {
  const plain = document.createElement(element.localName) as StatefulElement;
  const texts = aloneTexts(element);
  const { weights } = texts;
  return {
    ...(weights !== null && weights !== undefined && { weights }),
    ...difference(texts, plain.texts),
  };
}

/** What an element shows `for` another, it shows of itself where the other is not there. */
function aloneTexts(element: StatefulElement): Texts {
  const { for: other, ...texts } = element.texts;
  const shown = other ? document.getElementById(other) : null;
  if (!shown || !isStateful(shown)) return element.texts;
  const shared = Object.entries(shown.texts).filter(([name]) => name in texts);
  return { ...texts, ...Object.fromEntries(shared) };
}

export function codesFor(element: StatefulElement, name: string): Codes {
  const texts = ownTexts(element);
  const { origin, pathname } = location;
  const attributes = Object.entries(texts).map(([key, text]) => ` ${key}="${escaped(text ?? '')}"`);
  const tag = `<script type="module" src="${escaped(new URL(BUNDLE, location.href).href)}"></script>
<${element.localName}${attributes.join('')}></${element.localName}>`;

  const theme = chosenTheme();
  const query = theme === 'auto' ? `embed=${name}` : `embed=${name}&theme=${theme}`;
  const hash = writeHash(new Map([[name, texts]]), { only: name });
  const source = escaped(`${origin}${pathname}?${query}${hash}`);
  const title = escaped(element.ariaLabel ?? name);
  const height = Math.ceil(element.getBoundingClientRect().height) + 8;
  const frame = `<iframe src="${source}" title="${title}" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>
<script>addEventListener('message', ({ data, source }) => { if (data?.type === 'groupwise-resize')
  for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height; });</script>`;
  return { tag, frame };
}

/** A link to a section, with its elements' states. */
export function linkTo(section: string, states: ReadonlyMap<string, Texts>): string {
  const { origin, pathname } = location;
  return `${origin}${pathname}${writeHash(states, { anchor: section })}`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
