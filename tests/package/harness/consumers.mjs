// Packs the package once and installs it into empty folders outside the repository.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pack } from '../../../scripts/pack.mjs';
import { capture } from '../../../scripts/run.mjs';
import { installOnce } from '../../../scripts/setup/cache.mjs';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
const here = fileURLToPath(new URL('../', import.meta.url));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** Vite, webpack, React and so on, from the committed lock; installed once for each lock. */
async function installTools() {
  const lock = await readFile(join(here, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  return installOnce(`consumer-tools-${hash}`, async (folder) => {
    await mkdir(folder, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) {
      await cp(join(here, name), join(folder, name));
    }
    await capture('npm', ['ci', ...quiet], { cwd: folder });
    return { hash };
  });
}

export async function prepare() {
  const [tools, root] = await Promise.all([
    installTools(),
    mkdtemp(join(tmpdir(), 'groupwise-package-')),
  ]);
  // Above the consumers, where module resolution finds it.
  await symlink(join(tools, 'node_modules'), join(root, 'node_modules'));
  const packed = await pack(root);
  const installed = new Map();
  return {
    root,
    packed,
    /** A copy of consumers/<name> with the package installed in it; one more for each `purpose`. */
    consumer(name, purpose = '') {
      const folder = join(root, `${name} ${purpose}`.trim().replaceAll(' ', '-'));
      if (!installed.has(folder)) installed.set(folder, install(folder, name));
      return installed.get(folder);
    },
    dispose: () => rm(root, { recursive: true, force: true }),
  };

  async function install(folder, name) {
    await cp(join(here, 'consumers', name), folder, { recursive: true });
    await cp(join(here, 'harness/probe.js'), join(folder, 'probe.js'));
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: `a-consumer-${name}`, private: true, type: 'module' }),
    );
    await capture('npm', ['install', '--offline', '--no-package-lock', ...quiet, packed.path], {
      cwd: folder,
    });
    return folder;
  }
}
