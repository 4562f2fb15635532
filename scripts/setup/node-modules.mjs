// Installs the packages of package-lock.json, unless just these are installed already.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../run.mjs';
import { cacheFolder } from './cache.mjs';
import { withLock } from './lock.mjs';
import { timed } from './progress.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export async function ensureNodeModules(root = ROOT) {
  if (isInstalled(root)) return;
  mkdirSync(cacheFolder(), { recursive: true });
  await withLock(join(cacheFolder(), 'npm-ci.lock'), async () => {
    if (isInstalled(root)) return;
    await timed('Installing npm packages', () =>
      run('npm', ['ci', '--no-audit', '--no-fund'], {
        cwd: root,
        stdio: ['ignore', process.stderr, process.stderr],
      }),
    );
  });
}

// npm notes what it installed in node_modules/.package-lock.json, as its last step.
function isInstalled(root) {
  const installed = lockedPackages(join(root, 'node_modules/.package-lock.json'));
  const wanted = lockedPackages(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    // Packages for other systems are in the lock file but not on the disk.
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function lockedPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}
