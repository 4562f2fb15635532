// What all cells share: the packed package, installed tools, a browser.
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

/** What the page at `url` computed, and what went wrong in it. */
export async function visit(url) {
  const { page, failures } = await browser.open(url);
  try {
    const result = await resultOf(page);
    return { result, failures };
  } catch (error) {
    throw new Error(`${error.message}\n${failures.join('\n')}`);
  } finally {
    await page.close();
  }
}

/** The two columns of the matrix: the headers a host sends, and what the worker must run then. */
export const hosts = [
  { isolated: true, worker: 'threads' },
  { isolated: false, worker: 'simd' },
];
export const named = (host) => (host.isolated ? 'isolated' : 'not isolated');
