// What all cells share: the packed package, installed tools, a browser.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { serve } from '../../../scripts/serve.mjs';
import { launch, resultOf } from './browser.mjs';
import { prepare } from './consumers.mjs';

export const consumers = await prepare();
export const browser = await launch();

after(async () => {
  await browser.close();
  await consumers.dispose();
});

/** Serves a folder while `use` runs. */
export async function serving(options, use) {
  const server = await serve(options);
  try {
    return await use(server.url);
  } finally {
    await server.close();
  }
}

/** What the page at `url`, or a frame in it, computed, and what went wrong in it. */
export async function visit(url, frame = 0) {
  const { page, failures } = await browser.open(url);
  try {
    const result = await resultOf(page.frames()[frame]);
    return { result, failures };
  } catch (error) {
    throw new Error(`${error.message}\n${failures.join('\n')}`);
  } finally {
    await page.close();
  }
}

/** Puts an address into a consumer's page, where its text says `placeholder`. */
export async function fillIn(folder, placeholder, address) {
  const page = join(folder, 'index.html');
  const text = await readFile(page, 'utf8');
  await writeFile(page, text.replaceAll(placeholder, address.replace(/\/$/, '')));
}

/** The two columns of the matrix: the headers a host sends, and what the worker must run then. */
export const hosts = [
  { isolated: true, worker: 'threads' },
  { isolated: false, worker: 'simd' },
];
export const named = (host) => (host.isolated ? 'isolated' : 'not isolated');
