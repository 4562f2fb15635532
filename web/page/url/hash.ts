import type { Texts } from '../../elements/state/schema.ts';

/** What a URL says: a place to scroll to, and of each element, by its id, the texts that differ from its example. */
export interface HashState {
  readonly anchor: string | null;
  readonly states: ReadonlyMap<string, Texts>;
  /** Parts that mean nothing, in words. */
  readonly problems: readonly string[];
}

const LONGEST_SHOWN = 40;

/**
 * Reads `#section&groups.bits=4&groups.step=scale`. A text without an id (`bits=4`) belongs to `only`, where there is one
 * element. Values are not judged here.
 */
export function readHash(hash: string, only: string | null = null): HashState {
  const states = new Map<string, Texts>();
  const problems: string[] = [];
  let anchor: string | null = null;
  let isFirst = true;
  for (const [key, value] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const [id, name, ...rest] = key.includes('.') || only === null ? key.split('.') : [only, key];
    const isName = (text: string | undefined) =>
      text !== undefined && /^[a-z][a-z0-9-]*$/.test(text);
    if (isName(id) && isName(name) && rest.length === 0) {
      states.set(id ?? '', { ...states.get(id ?? ''), [name ?? '']: value });
    } else if (isFirst && isName(key) && value === '') anchor = key;
    else problems.push(`${shorten(key)} is not known`);
    isFirst = false;
  }
  return { anchor, states, problems };
}

/** The hash that {@link readHash} reads back; `only` is written without its id. */
export function writeHash(
  states: ReadonlyMap<string, Texts>,
  { anchor = null, only = null }: { anchor?: string | null; only?: string | null } = {},
): string {
  const parts = anchor === null ? [] : [anchor];
  for (const [id, texts] of states) {
    for (const [name, text] of Object.entries(texts)) {
      parts.push(`${id === only ? name : `${id}.${name}`}=${encode(text ?? '')}`);
    }
  }
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** The texts that differ from an example. */
export function difference(texts: Texts, example: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).filter(([name, text]) => text !== (example[name] ?? null)),
  );
}

/** Lists stay readable. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(', ', ','))
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%20', '+');
}

export function shorten(text: string): string {
  return text.length > LONGEST_SHOWN ? `“${text.slice(0, LONGEST_SHOWN)}…”` : `“${text}”`;
}
