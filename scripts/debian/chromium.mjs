// Chromium from Debian's packages, with the libraries and fonts that this system lacks.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../run.mjs';
import { installFromDebian } from './install.mjs';
import { libraryFolder } from './own-libraries.mjs';
import { unpackDebianPackages } from './packages.mjs';
import { debianRelease } from './release.mjs';

// Raise the number when what this file installs changes.
const NAME = `chromium-${debianRelease()}-1`;
const LAUNCHER = 'chromium';

// One family each for sans, serif and monospace text.
const FONTS = 'fonts-dejavu-core';

/** @returns the path of a launcher that starts Chromium. */
export async function debianChromium() {
  const folder = await installFromDebian(NAME, ['chromium'], async (partial) => {
    const packages = await unpackDebianPackages({
      packages: ['chromium', FONTS],
      missingOnly: true,
      into: partial,
    });
    const ownFonts = FONTS in packages || !existsSync('/etc/fonts/fonts.conf');
    if (ownFonts) writeFileSync(join(partial, 'fonts.conf'), fontsConfig);
    const launcher = join(partial, LAUNCHER);
    writeFileSync(launcher, launcherScript(partial, ownFonts), { mode: 0o755 });
    const version = await capture(launcher, ['--version']);
    return { version: version.trim(), packages };
  });
  return join(folder, LAUNCHER);
}

// Finds everything from its own place, so that the folder may be renamed.
function launcherScript(folder, ownFonts) {
  const paths = librarySearchPath(join(folder, 'root')).map((path) => `$here/root/${path}`);
  return `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="${paths.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
${ownFonts ? 'export FONTCONFIG_FILE="$here/fonts.conf"' : ''}
exec "$here/root/usr/lib/chromium/chromium" "$@"
`;
}

// With the sub-folders that hold libraries: in an installed system they are found by absolute paths.
function librarySearchPath(root) {
  const main = libraryFolder(root);
  const withLibraries = readdirSync(join(root, main), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(main, entry.name))
    .filter((path) => readdirSync(join(root, path)).some((name) => /^lib.*\.so/.test(name)));
  return [main, main.replace(/^usr\//, ''), ...withLibraries];
}

const generic = (name, family) =>
  `  <alias><family>${name}</family><prefer><family>${family}</family></prefer></alias>`;

// Debian's own configuration is put together when packages are installed, not in their files.
const fontsConfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">root/usr/share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
${generic('sans-serif', 'DejaVu Sans')}
${generic('serif', 'DejaVu Serif')}
${generic('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;
