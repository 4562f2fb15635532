// The name of the Debian release this machine runs: what is fetched to fit it is kept by that name.
import { existsSync, readFileSync } from 'node:fs';

export function debianRelease() {
  const path = '/etc/os-release';
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return text.match(/^VERSION_CODENAME="?([\w-]+)/m)?.[1] ?? 'unknown';
}
