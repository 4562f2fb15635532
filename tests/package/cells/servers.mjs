import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { consumers, hosts, named, serving, visit } from '../harness/context.mjs';
import { checkProbe } from '../harness/expected.mjs';

describe('plain module script', () => {
  let folder;
  before(async () => {
    folder = await consumers.consumer('static');
  });

  for (const host of hosts) {
    test(`from a static server, ${named(host)}`, () =>
      serving({ root: folder, isolated: host.isolated }, async (url) => {
        const { result, failures } = await visit(url);
        assert.deepEqual(failures, []);
        checkProbe(result, host);
      }));
  }
});
