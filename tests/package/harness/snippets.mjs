import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './consumers.mjs';

/** The fenced blocks of a guide, in order. */
export async function snippetsOf(guide) {
  const text = await readFile(join(repository, 'docs', guide), 'utf8');
  return [...text.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language, code], i) => ({
    name: `${guide} ${i + 1} (${language})`,
    language,
    code,
  }));
}

export const linesOf = (text) => text.split('\n').map((line) => line.trim());
