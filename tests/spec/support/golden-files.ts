/// <reference types="vite/client" />
import { type GoldenCase, parseGolden } from '../../golden/golden.ts';

const texts = import.meta.glob<string>('../../golden/*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The cases of every file, by its name. */
export const goldenFiles: [name: string, cases: GoldenCase[]][] = Object.entries(texts).map(
  ([path, text]) => [path.replace(/^.*\/|\.txt$/g, ''), parseGolden(text)],
);
