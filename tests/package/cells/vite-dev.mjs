import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { before, describe, test } from 'node:test';
import { consumers, hosts, named, visit } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';

describe('Vite dev server', () => {
  let folder;
  before(async () => {
    folder = await consumers.consumer('vite');
  });

  for (const host of hosts) {
    test(named(host), async () => {
      const server = spawn(process.execPath, ['dev.mjs'], {
        cwd: folder,
        env: { ...process.env, ISOLATED: host.isolated ? '1' : '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const [url] = await once(server.stdout.setEncoding('utf8'), 'data');
        const { result, failures } = await visit(url.trim());
        assert.deepEqual(failures, []);
        checkProbe(result, host);
      } finally {
        server.kill();
      }
    });
  }
});
