// The licences of the packages whose code is inside a bundle.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param modules paths of bundled modules @returns one text, in the order of the packages' names */
export async function licencesOf(modules) {
  const folders = new Set();
  for (const module of modules) {
    const [folder] = module.match(/^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [];
    if (folder) folders.add(folder);
  }
  const texts = await Promise.all(
    [...folders].map(async (folder) => {
      const { name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} has no licence file`);
      return `${name} ${version}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
    }),
  );
  return texts.sort().join(`\n${'-'.repeat(72)}\n\n`);
}
