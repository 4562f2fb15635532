// Unpacks Debian packages into a folder of our own: no root, nothing of the system is touched.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, findProgram } from '../run.mjs';
import { megabytes, timed, watched } from '../setup/progress.mjs';
import { aptSources } from './sources.mjs';

export function isDebianLike() {
  return ['apt-get', 'dpkg-deb'].every(findProgram);
}

/**
 * Downloads `packages` with all they depend on, except what a pattern of `exclude` matches, and
 * unpacks them into `into`/root.
 *
 * @param suite a Debian suite by name, or undefined for the suites this machine itself uses
 * @param missingOnly leave out what the system has installed
 * @returns the unpacked packages and their versions
 */
export async function unpackDebianPackages({
  suite,
  packages,
  exclude = [],
  missingOnly = false,
  into,
}) {
  const apt = await privateApt(join(into, 'apt'), { suite, missingOnly });
  await timed(`Reading Debian's package list${suite ? ` (${suite})` : ''}`, () => apt('update'));
  const wanted = (await closure(apt, packages)).filter(
    ({ name }) => !exclude.some((pattern) => pattern.test(name)),
  );
  const archives = join(into, 'archives');
  await download(apt, wanted, archives);
  const root = join(into, 'root');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  await timed(`Unpacking ${wanted.length} packages`, () =>
    unpackAll(
      wanted.map(({ file }) => join(archives, file)),
      root,
    ),
  );
  rmSync(archives, { recursive: true });
  rmSync(join(into, 'apt'), { recursive: true });
  return Object.fromEntries(wanted.map(({ name, version }) => [name, version]));
}

// An apt-get with its own sources, lists and cache, which never writes to the system's.
async function privateApt(folder, { suite, missingOnly }) {
  for (const sub of ['lists/partial', 'cache/archives/partial', 'state']) {
    mkdirSync(join(folder, sub), { recursive: true });
  }
  const sources = join(folder, 'debian.list');
  writeFileSync(sources, await aptSources(suite));
  const nothingInstalled = join(folder, 'status');
  writeFileSync(nothingInstalled, '');
  const settings = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'Dir::State': join(folder, 'state'),
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': missingOnly ? '/var/lib/dpkg/status' : nothingInstalled,
    'Dir::Cache': join(folder, 'cache'),
    'APT::Install-Recommends': 'false',
    // As root, apt would download as a user who cannot enter this folder.
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'Debug::NoLocking': 'true',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
  return (command, args = [], cwd = folder) =>
    capture('apt-get', [...options, '-q', command, ...args], { cwd, env: { LC_ALL: 'C' } });
}

// Each line to fetch reads: 'address' name_version_architecture.deb size hash
async function closure(apt, packages) {
  const plan = await apt('install', ['-y', '--print-uris', ...packages]);
  const lines = plan.matchAll(/^'[^']+' ((\S+?)_(\S+?)_\S+?\.deb) (\d+) /gm);
  const found = [...lines].map(([, file, name, version, size]) => ({
    file,
    name,
    version: decodeURIComponent(version),
    size: Number(size),
  }));
  if (found.length === 0) throw new Error(`apt found nothing to fetch for ${packages.join(', ')}`);
  return found;
}

async function download(apt, packages, folder) {
  mkdirSync(folder, { recursive: true });
  const total = packages.reduce((sum, { size }) => sum + size, 0);
  const have = () => `${megabytes(folderSize(folder))} of ${megabytes(total)}`;
  const names = packages.map(({ name }) => name);
  await timed(`Downloading ${packages.length} Debian packages, ${megabytes(total)}`, () =>
    watched(() => apt('download', names, folder), have),
  );
  const missing = packages.filter(({ file }) => !existsSync(join(folder, file)));
  if (missing.length > 0) {
    throw new Error(`did not arrive: ${missing.map(({ name }) => name).join(', ')}; run it again`);
  }
}

// Two at a time: decompression is most of the work.
async function unpackAll(archives, root) {
  const waiting = [...archives];
  const worker = async () => {
    while (waiting.length > 0) await capture('dpkg-deb', ['-x', waiting.pop(), root]);
  };
  await Promise.all([worker(), worker()]);
}

function folderSize(folder) {
  let sum = 0;
  for (const name of readdirSync(folder)) {
    // apt renames files while it downloads.
    sum += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return sum;
}
