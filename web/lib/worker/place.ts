/** Where the package's other files are, as seen from one of them. */
export type Place = 'beside' | 'other-origin' | 'nowhere';

/**
 * Bundlers that know `new URL('…', import.meta.url)` carry the named files along and give them other
 * names: then all are where their URLs say. Others (esbuild, Rollup) leave them behind, which shows
 * in the bundle's own name. `threads.js` is asked about because it is needed anyway.
 *
 * @param ownName the package's own file that this is bundled into
 */
export function placeOfFiles(ownName: string): Place {
  try {
    if (!new URL('./threads.js', import.meta.url).pathname.endsWith('/threads.js')) return 'beside';
    const own = new URL(import.meta.url);
    if (!own.pathname.endsWith(`/${ownName}`)) return 'nowhere';
    return own.origin === globalThis.origin ? 'beside' : 'other-origin';
  } catch {
    return 'nowhere'; // no import.meta.url: bundled into a classic script
  }
}

/** The URL of a file beside this one, in words that no bundler takes for a file to carry along. */
export function siblingUrl(name: string): string {
  const url = new URL(import.meta.url);
  url.pathname = url.pathname.replace(/[^/]*$/, name);
  return url.href;
}
