import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../harness/consumers.mjs';
import { consumers } from '../harness/context.mjs';
import { runNode } from '../harness/tool.mjs';

// Two compilers: the last one in JavaScript, and that of the repository.
const cells = [
  ['bundler', join(repository, 'node_modules')],
  ['nodenext', join(consumers.root, 'node_modules')],
];

// In a folder of its own, where there is no React and no Vue; the package's types are checked too.
for (const [resolution, tools] of cells) {
  test(`TypeScript strict, moduleResolution ${resolution}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groupwise-types-'));
    try {
      await cp(await consumers.consumer('typescript'), folder, { recursive: true });
      const project = join(folder, `tsconfig.${resolution}.json`);
      await runNode([join(tools, 'typescript/bin/tsc'), '-p', project], folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
