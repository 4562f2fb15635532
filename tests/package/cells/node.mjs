import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { capture } from '../../../scripts/run.mjs';
import { consumers } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';

describe('Node', () => {
  let folder;
  before(async () => {
    folder = await consumers.consumer('node');
  });

  for (const script of ['esm.mjs', 'require.cjs']) {
    test(script, async () => {
      const output = await capture(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', script],
        {
          cwd: folder,
        },
      );
      checkProbe(JSON.parse(output), { worker: 'threads' });
    });
  }

  test('nothing is printed but what the program prints', async () => {
    assert.equal(
      await capture(process.execPath, ['-e', "import('groupwise')"], { cwd: folder }),
      '',
    );
  });
});
