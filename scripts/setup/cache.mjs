// The per-user folder that set-up installs into, and how a thing gets installed there once.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

const MARKER = 'installed.json';

export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'groupwise');
}

/**
 * Returns the folder `name` in the cache. If it is not there yet, `fill(partial, final)` fills a
 * partial folder, which is then renamed: what has the final name is always complete. `fill` returns
 * what to note in the marker. A partial folder left by an interrupted run is handed to `fill` again.
 */
export async function installOnce(name, fill) {
  const final = join(cacheFolder(), name);
  if (isInstalled(final)) return final;
  mkdirSync(cacheFolder(), { recursive: true });
  await withLock(`${final}.lock`, async () => {
    if (isInstalled(final)) return;
    const partial = `${final}.partial`;
    mkdirSync(partial, { recursive: true });
    const note = await fill(partial, final);
    writeFileSync(join(partial, MARKER), JSON.stringify({ folder: final, ...note }, null, 2));
    rmSync(final, { recursive: true, force: true });
    renameSync(partial, final);
  });
  return final;
}

/** @returns what was noted when the folder was installed. */
export function noteOf(folder) {
  return JSON.parse(readFileSync(join(folder, MARKER), 'utf8'));
}

// The folder is compared because some of what is installed holds absolute paths: after the cache
// was moved or copied it has to be installed again.
function isInstalled(folder) {
  return existsSync(join(folder, MARKER)) && noteOf(folder).folder === folder;
}
