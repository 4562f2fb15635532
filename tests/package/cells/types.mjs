import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { consumers } from '../harness/context.mjs';
import { runNode } from '../harness/tool.mjs';

// In a folder of its own, where there is no React and no Vue; the package's types are checked too.
for (const resolution of ['bundler', 'nodenext']) {
  test(`TypeScript strict, moduleResolution ${resolution}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groupwise-types-'));
    try {
      await cp(await consumers.consumer('typescript'), folder, { recursive: true });
      const tsc = join(consumers.root, 'node_modules/typescript/bin/tsc');
      const project = ['-p', join(folder, `tsconfig.${resolution}.json`)];
      await runNode([tsc, ...project], folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
