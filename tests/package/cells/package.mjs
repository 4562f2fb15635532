import assert from 'node:assert/strict';
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pack } from '../../../scripts/pack.mjs';
import { repository } from '../harness/consumers.mjs';
import { consumers } from '../harness/context.mjs';
import { downloaded } from '../harness/sizes.mjs';
import { runNode } from '../harness/tool.mjs';

const { packed } = consumers;

describe('the tarball', () => {
  test('publint has no complaint', () =>
    runNode(['node_modules/publint/src/cli.js', 'run', packed.path, '--strict'], repository));

  test('the types resolve everywhere but in CommonJS, which gets the module', () =>
    runNode(
      ['node_modules/@arethetypeswrong/cli/dist/index.js', packed.path, '--profile', 'esm-only'],
      repository,
    ));

  test('packing twice gives the same bytes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groupwise-pack-'));
    try {
      assert.equal((await pack(folder)).integrity, packed.integrity);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('bundling twice gives the same bytes', async () => {
    const { bundlePackage } = await import('../../../scripts/bundle-package.mjs');
    const again = join(repository, 'build/dist-again');
    await bundlePackage(again);
    const names = (await readdir(again, { recursive: true })).filter((name) => /\.js$/.test(name));
    assert.ok(names.length > 10);
    for (const name of names) {
      const [one, other] = await Promise.all(
        [again, join(repository, 'dist')].map((folder) => readFile(join(folder, name), 'utf8')),
      );
      assert.ok(one === other, name);
    }
    await rm(again, { recursive: true });
  });

  test('leads nowhere that is not in it', async () => {
    const { consumer } = consumers;
    const folder = join(await consumer('node'), 'node_modules/groupwise');
    const description = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const { exports, sideEffects, customElements } = description;
    const leaves = (value) =>
      typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves);
    for (const path of leaves([exports, sideEffects, customElements])) {
      await access(join(folder, path));
    }
    assert.equal(description.imports, undefined);
  });

  test('holds the package and nothing of the page', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of ['LICENSE', 'README.md', 'package.json'])
      assert.ok(paths.includes(path), path);
    const others = paths.filter(
      (path) => !path.startsWith('dist/') && !/^(?:LICENSE|README\.md|package\.json)$/.test(path),
    );
    assert.deepEqual(others, []);
    assert.deepEqual(
      paths.filter((path) => /page|\.html$|\.css$|\.wasm$|\.tgz$/.test(path)),
      [],
    );
  });
});

describe('sizes, gzipped, with all that is imported before the entry runs', () => {
  // Each has all formats in it. Without them the default entry may take 60 kB, and the formats 60 kB more.
  const budgets = [
    ['groupwise', ['index.js'], 75_000],
    ['groupwise/worker', ['worker.js', 'quantizer-worker.js'], 85_000],
    // Observable Plot, the tensors' worker and the threads come when they are needed.
    ['groupwise/elements', ['elements.js'], 150_000],
    // Everything, Plot and threads too.
    ['groupwise/elements.bundle.js', ['elements.bundle.js'], 400_000],
  ];
  for (const [name, files, most] of budgets) {
    test(name, async (context) => {
      const bytes = await downloaded(files.map((file) => join(repository, 'dist', file)));
      context.diagnostic(`${name}: ${(bytes / 1000).toFixed(1)} kB of ${most / 1000} kB`);
      assert.ok(bytes <= most, `${name} takes ${bytes} bytes, allowed are ${most}`);
    });
  }

  test('every file that is loaded by name is there', async () => {
    const names = ['scalar.js', 'threads.js', 'embedded.js', 'tensor-worker.js', 'node/threads.js'];
    await Promise.all(names.map((name) => access(join(repository, 'dist', name))));
  });
});
