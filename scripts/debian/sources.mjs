// Where this machine gets Debian from: asked of apt, so that a configured mirror is used.
import { existsSync } from 'node:fs';
import { capture } from '../run.mjs';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The text of an apt sources file: for one suite, or for the Debian suites this machine uses. */
export async function aptSources(suite) {
  const own = await machineSources();
  if (own.length === 0) throw new Error('apt knows no Debian mirror on this machine');
  if (!existsSync(KEYRING)) throw new Error('the package debian-archive-keyring is missing');
  const main = own.find(({ uri }) => /\/debian\/?$/.test(uri)) ?? own[0];
  const used = suite ? [{ uri: main.uri, release: suite }] : own;
  return used
    .map(({ uri, release }) => `deb [signed-by=${KEYRING}] ${uri} ${release} main\n`)
    .join('');
}

async function machineSources() {
  const format = '$(ORIGIN)\t$(REPO_URI)\t$(RELEASE)\t$(COMPONENT)';
  const text = await capture('apt-get', [
    'indextargets',
    '--format',
    format,
    'Created-By: Packages',
  ]);
  const all = text
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([, , , component]) => component === 'main')
    .map(([origin, uri, release]) => ({ origin, uri, release }));
  // Before the first `apt-get update` apt does not know the origin: then the address has to tell.
  const isDebian = ({ origin, uri }) =>
    origin === 'Debian' || (origin.startsWith('$') && /\/debian(-security)?\/?$/.test(uri));
  const seen = new Set();
  return all.filter(isDebian).filter(({ uri, release }) => {
    const key = `${uri} ${release}`;
    return !seen.has(key) && seen.add(key);
  });
}
