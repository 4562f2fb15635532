import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { consumers } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';
import { runNode } from '../harness/tool.mjs';

describe('Node', () => {
  let folder;
  before(async () => {
    folder = await consumers.consumer('node');
  });

  for (const script of ['esm.mjs', 'require.cjs']) {
    test(script, async () => {
      const output = await runNode(['--disable-warning=ExperimentalWarning', script], folder);
      checkProbe(JSON.parse(output), { worker: 'threads' });
    });
  }

  test('nothing is printed but what the program prints', async () => {
    assert.equal(await runNode(['-e', "import('groupwise')"], folder), '');
  });
});
