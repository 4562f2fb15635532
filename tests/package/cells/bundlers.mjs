import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { consumers, hosts, named, serving, visit } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';
import { runNode } from '../harness/tool.mjs';

const bundlers = [
  {
    name: 'vite',
    build: ['../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    root: '/dist',
    base: '/nested/app/',
  },
  { name: 'webpack', build: ['build.mjs'], root: '', base: '/deep/' },
  { name: 'esbuild', build: ['build.mjs'], root: '' },
  { name: 'rollup', build: ['build.mjs'], root: '' },
];

for (const { name, build, root, base = '/' } of bundlers) {
  describe(`${name} build`, () => {
    let folder;
    before(async () => {
      folder = await consumers.consumer(name);
      await runNode(build, folder);
    });

    for (const host of hosts) {
      test(named(host), () =>
        serving({ root: folder + root, base, isolated: host.isolated }, async (url) => {
          const { result, failures } = await visit(url);
          assert.deepEqual(failures, []);
          checkProbe(result, host);
        }),
      );
    }
  });
}
