import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const run = promisify(execFile);
const readme = await readFile('README.md', 'utf8');
const snippets = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);

describe('the snippets of the README', () => {
  test('are found', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(2);
  });

  test.each(snippets.map((code, i) => ({ name: `${i + 1}`, code })))(
    'snippet $name prints what its comments say',
    async ({ name, code }) => {
      const expected = [...code.matchAll(/console\.log.*; \/\/ (.*)/g)].map(([, text]) => text);
      // Inside the project, where Node finds the package by its own name.
      await mkdir('build/readme', { recursive: true });
      const file = `build/readme/snippet-${name}.mjs`;
      await writeFile(file, code);
      const { stdout } = await run(process.execPath, [file]);
      expect(stdout.trim().split('\n')).toEqual(expected);
    },
    60_000,
  );
});
