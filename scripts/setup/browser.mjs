// Finds a Chromium for the tests, or fetches one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { debianChromium } from '../debian/chromium.mjs';
import { isDebianLike } from '../debian/packages.mjs';
import { findProgram, run } from '../run.mjs';
import { report, timed } from './progress.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLAYWRIGHT = fileURLToPath(new URL('../../node_modules/playwright/', import.meta.url));

/** @returns the path of a program that starts Chromium. */
export async function ensureBrowser() {
  const given = process.env.GROUPWISE_BROWSER;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`GROUPWISE_BROWSER names ${given}, which does not exist`);
  }
  for (const name of NAMES) {
    const installed = findProgram(name);
    if (installed) return installed;
  }
  if (isDebianLike()) {
    try {
      return await debianChromium();
    } catch (error) {
      report(`Debian's Chromium could not be set up: ${error.message}`);
    }
  }
  return playwrightChromium();
}

async function playwrightChromium() {
  const entry = join(PLAYWRIGHT, 'index.mjs');
  if (!existsSync(entry)) {
    throw new Error('a browser is needed: install Chromium, or name one in GROUPWISE_BROWSER');
  }
  const { chromium } = await import(pathToFileURL(entry).href);
  if (!existsSync(chromium.executablePath())) {
    await timed("Installing Playwright's Chromium", () =>
      run(process.execPath, [join(PLAYWRIGHT, 'cli.js'), 'install', 'chromium'], {
        // Its progress must not mix with what --print-env prints.
        stdio: ['ignore', process.stderr, process.stderr],
      }),
    );
  }
  return chromium.executablePath();
}
