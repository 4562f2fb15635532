// npm run spec -- tests/spec/worked.spec.ts: some specs, in seconds. Builds only what is older than
// its sources. x.browser.spec.ts runs in a browser, tests/e2e/x.spec.ts on the built page, the others
// in Node. With --watch (npm run test:watch) specs run again when they or the library change.
import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { bringUpToDate } from './build.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

const { values, positionals: files } = parseArgs({
  options: { watch: { type: 'boolean' } },
  allowPositionals: true,
});
const inPage = files.filter((file) => file.startsWith('tests/e2e/'));
const inBrowser = files.filter((file) => file.endsWith('.browser.spec.ts'));
const inNode = files.filter((file) => !inPage.includes(file) && !inBrowser.includes(file));

Object.assign(process.env, await setUp(['modules', 'browser']));
await bringUpToDate({ page: inPage.length > 0 });

if (values.watch) {
  await watchSpecs(files);
} else {
  try {
    if (inNode.length > 0 || files.length === 0) await vitest('--project=node', ...inNode);
    if (inBrowser.length > 0) await vitest('--project=browser*', ...inBrowser);
    if (inPage.length > 0) await tool('playwright/cli.js', 'test', ...inPage);
  } catch {
    process.exitCode = 1; // what failed has been said
  }
}

function vitest(...args) {
  return tool('vitest/vitest.mjs', 'run', ...args);
}

function tool(script, ...args) {
  return run(process.execPath, [`node_modules/${script}`, ...args]);
}

// The specs load the package as it is shipped, which Vitest does not watch.
async function watchSpecs(filters) {
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest('test', filters, { watch: true, project: ['node'] });
  let timer;
  watch('web', { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      await bringUpToDate();
      await vitest.rerunFiles();
    }, 200);
  });
}
