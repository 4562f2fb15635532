// Finds what is installed for CMake's find_package().
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const PREFIXES = ['/usr', '/usr/local', '/opt/homebrew'];

/**
 * @param name of the package, as find_package() takes it
 * @param given a prefix to look in first
 * @returns the prefix the package is installed under, or undefined
 */
export function prefixWith(name, given) {
  return [given, ...PREFIXES].find((prefix) => prefix && isInstalledUnder(prefix, name));
}

function isInstalledUnder(prefix, name) {
  const libraries = join(prefix, 'lib');
  if (!existsSync(libraries)) return false;
  const folders = [libraries, ...readdirSync(libraries).map((entry) => join(libraries, entry))];
  return folders.some((folder) => existsSync(join(folder, `cmake/${name}/${name}Config.cmake`)));
}
