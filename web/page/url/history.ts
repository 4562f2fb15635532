import { readHash } from './hash.ts';

/**
 * Writes the page's hash. Changes at one control in a row (a drag, typing, a walk through the steps) are one entry of the
 * browser's history, a change at another control is the next: “back” undoes what was done at the last control. In a frame
 * nothing is added to its host's history.
 */
export class History {
  readonly #addsEntries: boolean;
  /** What the last entry changed. */
  #control: string | null = null;

  constructor(addsEntries: boolean) {
    this.#addsEntries = addsEntries;
  }

  write(hash: string): void {
    const control = changed(location.hash, hash);
    if (hash === location.hash) return;
    const url = hash === '' ? location.pathname + location.search : hash;
    if (this.#addsEntries && control !== this.#control) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    this.#control = control;
  }

  /** Another state came from outside: the next change is an entry of its own. */
  forget(): void {
    this.#control = null;
  }
}

/** The texts that two hashes do not share. */
function changed(before: string, after: string): string {
  const [one, other] = [flat(before), flat(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => one.get(name) !== other.get(name)).join(' ');
}

function flat(hash: string): Map<string, string | null> {
  const states = [...readHash(hash, '').states];
  return new Map(
    states.flatMap(([id, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${id}.${name}`, text]),
    ),
  );
}
