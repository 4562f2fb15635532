import { describe, expect, test } from 'vitest';
import { goldenDifferences } from './support/golden-differences.ts';
import { goldenFiles } from './support/golden-files.ts';
import { quantizerOf, variantsHere } from './support/variants.ts';

describe.each(variantsHere)('golden vectors on $name', (variant) => {
  test.each(goldenFiles)('%s', async (_, cases) => {
    expect(goldenDifferences(await quantizerOf(variant), cases)).toEqual([]);
  });
});

test('there are golden vectors of every kind', () => {
  const sizes = Object.fromEntries(goldenFiles.map(([name, cases]) => [name, cases.length]));
  expect(Object.keys(sizes).sort()).toEqual([
    ...['division', 'errors', 'layout', 'random', 'range'],
    ...['scales', 'storage', 'ties', 'worked', 'zeros'],
  ]);
  expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(9);
});
