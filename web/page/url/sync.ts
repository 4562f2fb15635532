import type { Texts } from '../../elements/state/schema.ts';
import { isStateful, type StatefulElement } from '../../elements/state/stateful-element.ts';
import { difference, readHash, shorten, writeHash } from './hash.ts';
import { History } from './history.ts';

const QUIET_MS = 250;

/** What each element came with. */
const examples = new WeakMap<Element, Texts>();

/** An element's id in the URL, and what differs from what it came with. */
export function stateOf(element: StatefulElement): [id: string, texts: Texts] {
  const example = examples.get(element);
  return [element.dataset.state ?? '', example ? difference(element.texts, example) : {}];
}

export interface Synced {
  readonly root: HTMLElement;
  /** The id of the one element there is, whose texts are written without it. */
  readonly only?: string;
  /** Makes the element's code load; settles when it is defined. */
  readonly load: (element: Element) => Promise<void>;
  readonly report: (problems: readonly string[]) => void;
  /** Settles when the page is as long as it will be. */
  readonly laidOut?: Promise<void>;
}

/**
 * Keeps the URL and the elements that carry `data-state` (their id in the URL) the same: the URL is read when it changes, and
 * written when somebody changes an element. Settles when the URL has been read.
 */
export async function syncUrl(synced: Synced): Promise<void> {
  const { root, only, load, report, laidOut } = synced;
  const history = new History(only === undefined);
  const states = new Map<string, Texts>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const all = (): HTMLElement[] => Array.from(root.querySelectorAll<HTMLElement>('[data-state]'));

  async function meet(element: HTMLElement): Promise<StatefulElement | null> {
    if (!isStateful(element)) return null;
    if ('updateComplete' in element) await element.updateComplete;
    if (!examples.has(element)) examples.set(element, element.texts);
    return element;
  }

  async function restore(element: HTMLElement, wanted: Texts): Promise<string[]> {
    await load(element);
    const stateful = await meet(element);
    if (!stateful) return [];
    const name = element.ariaLabel ?? element.dataset.state ?? '';
    const known = Object.entries(wanted).filter(([each]) => each in stateful.texts);
    const unknown = Object.keys(wanted).filter((each) => !(each in stateful.texts));
    const refused = await stateful.restore(Object.fromEntries(known));
    states.set(...stateOf(stateful));
    return [
      ...unknown.map((each) => `${shorten(each)} of “${name}” is not known`),
      ...refused.map(({ attribute, message }) =>
        attribute === '' ? `“${name}”: ${message}` : `${attribute} of “${name}”: ${message}`,
      ),
    ];
  }

  async function read(isFirst: boolean): Promise<void> {
    const { anchor, states: wanted, problems: malformed } = readHash(location.hash, only ?? null);
    const place = anchor === null ? null : document.getElementById(anchor);
    if (wanted.size === 0 && place && !isFirst) return;
    history.forget();
    clearTimeout(timer);
    const elements = all();
    const ids = elements.map((element) => element.dataset.state ?? '');
    const problems = [...malformed];
    if (anchor !== null && !place) problems.push(`${shorten(anchor)} is not known`);
    for (const id of wanted.keys()) {
      if (!ids.includes(id)) problems.push(`${shorten(id)} is not known`);
    }
    const changed = elements.filter(
      (_, at) => wanted.has(ids[at] ?? '') || states.has(ids[at] ?? ''),
    );
    const refused = await Promise.all(
      changed.map((element) => restore(element, wanted.get(element.dataset.state ?? '') ?? {})),
    );
    report([...problems, ...refused.flat()]);
    if (!place) return;
    await laidOut;
    place.scrollIntoView();
  }

  function note(event: Event): void {
    const element = event.target;
    if (!(element instanceof HTMLElement) || !isStateful(element)) return;
    if (!examples.has(element)) return;
    states.set(...stateOf(element));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const ordered = all().map((each) => each.dataset.state ?? '');
      const entries = ordered.map((each): [string, Texts] => [each, states.get(each) ?? {}]);
      history.write(writeHash(new Map(entries), { only: only ?? null }));
    }, QUIET_MS);
  }

  for (const name of ['groupwise-change', 'groupwise-step']) root.addEventListener(name, note);
  window.addEventListener('hashchange', () => void read(false));
  await read(true);
  for (const element of all())
    void customElements.whenDefined(element.localName).then(() => meet(element));
}
