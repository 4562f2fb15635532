// Every snippet of the guides does what they say.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { repository } from '../harness/consumers.mjs';
import { browser, consumers, serving } from '../harness/context.mjs';
import { linesOf, snippetsOf } from '../harness/snippets.mjs';
import { runNode } from '../harness/tool.mjs';

const snippets = (await Promise.all(['using.md', 'embedding.md'].map(snippetsOf))).flat();
const written = (language) => snippets.filter((snippet) => snippet.language === language);

describe('the guides', () => {
  let folder;
  before(async () => {
    folder = await consumers.consumer('node', 'of the guides');
  });

  for (const { name, code } of written('js')) {
    test(`${name} prints what its comments say`, async () => {
      const expected = [...code.matchAll(/console\.log.*; \/\/ (.*)/g)].map(([, text]) => text);
      const file = `${name.replace(/\W+/g, '-')}.mjs`;
      await writeFile(join(folder, file), code);
      const output = await runNode([file], folder);
      assert.deepEqual(output.trim().split('\n'), expected);
    });
  }

  for (const { name, code } of written('http')) {
    test(`${name} isolates a page`, async () => {
      const headers = code.trim().split('\n');
      await isolates(Object.fromEntries(headers.map((header) => header.split(': '))));
      await isolates({ 'document-isolation-policy': 'isolate-and-require-corp' });
    });
  }

  async function isolates(headers) {
    await serving({ root: await consumers.consumer('elements'), headers }, async (url) => {
      const { page } = await browser.open(url);
      assert.equal(await page.evaluate(() => globalThis.crossOriginIsolated), true);
      await page.close();
    });
  }

  for (const [language, file] of [
    ['jsx', 'react/main.tsx'],
    ['vue', 'vue/QuantizationTutorial.vue'],
  ]) {
    test(`the ${language} is what the consumer's test runs`, async () => {
      const used = await readFile(join(repository, 'tests/package/consumers', file), 'utf8');
      for (const { code } of written(language)) {
        for (const line of linesOf(code)) assert.ok(linesOf(used).includes(line), line);
      }
    });
  }
});

describe('the guides’ pages, with the package on another origin', () => {
  let host;
  let folder;
  before(async () => {
    folder = join(consumers.root, 'pages-of-the-guides');
    host = join(consumers.root, 'your.host');
    await mkdir(folder);
    await cp(join(repository, 'build/page'), host, { recursive: true });
    await cp(join(repository, 'dist'), join(host, 'dist'), { recursive: true });
  });

  for (const { name, code } of written('html')) {
    test(name, () =>
      serving({ root: host, base: '/groupwise/', headers: forAnyOrigin }, (url) =>
        serving({ root: folder }, async (page) => {
          const text = code.replaceAll('https://your.host/groupwise/', url);
          await writeFile(join(folder, 'index.html'), `<!doctype html><title>-</title>${text}`);
          await look(page.replace('127.0.0.1', 'localhost'), code);
        }),
      ),
    );
  }
});

const forAnyOrigin = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

async function look(url, code) {
  const { page, failures } = await browser.open(url);
  if (code.includes('<iframe')) {
    await page.frameLocator('iframe').locator('groupwise-stepper .card').nth(2).waitFor();
    await page.waitForFunction(() => document.querySelector('iframe').height !== '900');
  } else if (code.includes('<groupwise-')) {
    await page.locator('groupwise-stepper .card').first().waitFor();
  } else {
    await page.waitForFunction(() => /^\d+ -127$/.test(document.title));
  }
  assert.deepEqual(failures, []);
  await page.close();
}
