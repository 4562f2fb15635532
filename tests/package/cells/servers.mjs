import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { consumers, fillIn, hosts, named, serving, visit } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';

async function check(url, host) {
  const { result, failures } = await visit(url);
  assert.deepEqual(failures, []);
  checkProbe(result, host);
}

// What a strict host allows: no inline script, no inline style, only its own files.
// The elements' styles are constructed by script: no style-src is needed.
const strictPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

for (const host of hosts) {
  describe(`no bundler, ${named(host)}`, () => {
    const { isolated } = host;

    test('plain module script from a static server', async () => {
      const root = await consumers.consumer('static');
      await serving({ root, isolated }, (url) => check(url, host));
    });

    test('strict Content-Security-Policy', async () => {
      const root = await consumers.consumer('csp');
      const headers = { 'content-security-policy': strictPolicy };
      await serving({ root, isolated, headers }, (url) => check(url, host));
    });

    test('modules of another origin', async () => {
      const root = await consumers.consumer('cross-origin', named(host));
      const headers = {
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      };
      await serving({ root: join(root, 'node_modules'), headers }, async (cdn) => {
        await fillIn(root, 'CDN', cdn);
        await serving({ root, isolated }, (url) => check(url, host));
      });
    });
  });
}

test('in an iframe of a page of another origin', async () => {
  const [root, framed] = await Promise.all(['iframe', 'static'].map((n) => consumers.consumer(n)));
  await serving({ root: framed }, async (frame) => {
    await fillIn(root, 'FRAME', frame);
    await serving({ root }, async (url) => {
      const { result, failures } = await visit(url.replace('127.0.0.1', 'localhost'), 1);
      assert.deepEqual(failures, []);
      checkProbe(result, { worker: 'simd' });
    });
  });
});
