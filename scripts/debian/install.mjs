// Installs from Debian into the cache, and says when Debian has moved on since the tests ran.
import { installOnce, noteOf } from '../setup/cache.mjs';
import { report } from '../setup/progress.mjs';
import { differences } from './tested.mjs';

const said = new Set();

/**
 * Like installOnce() of the cache. `fill` notes the `packages` that it unpacked.
 *
 * @param name the folder in the cache
 * @param expected the packages whose versions matter
 */
export async function installFromDebian(name, expected, fill) {
  const folder = await installOnce(name, fill);
  const moved = differences(noteOf(folder).packages, expected);
  if (moved && !said.has(name)) {
    report(
      `Debian has moved on: ${moved}. These versions were not tested; ${name} is used anyway.`,
    );
    said.add(name);
  }
  return folder;
}
