import { quoted } from 'groupwise/options';
import type { Parsed } from '../text/parsed.ts';

/** How generated weights are distributed. */
export type Distribution = 'gaussian' | 'outliers';

/** A generated tensor: the same values for the same spec, in every browser. */
export interface GeneratedSpec {
  readonly distribution: Distribution;
  readonly rows: number;
  readonly columns: number;
  /** A whole number from 0 to 2^32 - 1. */
  readonly seed: number;
}

/** More are not generated: as float32 they take 256 MiB, and quantizing needs three times that. */
export const MOST_GENERATED = 2 ** 26;

export const SIZES: readonly (readonly [rows: number, columns: number])[] = [
  [64, 64],
  [256, 256],
  [1024, 1024],
  [4096, 4096],
  [11008, 4096],
];

export const DEFAULT_SPEC: GeneratedSpec = {
  distribution: 'outliers',
  rows: 1024,
  columns: 1024,
  seed: 1,
};

/** The standard deviation of generated weights, a usual one for a trained linear layer. */
export const SIGMA = 0.02;

export const DISTRIBUTION_NAMES: Readonly<Record<Distribution, string>> = {
  gaussian: 'Gaussian',
  outliers: 'Gaussian with outlier channels',
};

/** What a generated tensor is, and what it is not. */
export const DISTRIBUTION_NOTES: Readonly<Record<Distribution, string>> = {
  gaussian:
    'Generated, not from a model: independent Gaussian weights with a standard deviation of 0.02.',
  outliers:
    'Generated, not from a model: Gaussian weights with a standard deviation of 0.02, of which about one column in 128 is 8 to 32 times larger. That imitates the outlier channels of large language models; how many a real layer has, and how large they are, differs.',
};

export function sizeText({ rows, columns }: Pick<GeneratedSpec, 'rows' | 'columns'>): string {
  return `${rows}x${columns}`;
}

/** `4096x4096`: rows, then columns. */
export function readSize(text: string): Parsed<Pick<GeneratedSpec, 'rows' | 'columns'>> {
  const [, rowsText, columnsText] = /^\s*(\d{1,9})\s*[x×]\s*(\d{1,9})\s*$/i.exec(text) ?? [];
  const [rows, columns] = [Number(rowsText), Number(columnsText)];
  if (!(rows >= 1 && columns >= 1)) {
    return { problem: `${quoted(text)} is not a size such as 4096x4096` };
  }
  return rows * columns > MOST_GENERATED
    ? { problem: `${rows} × ${columns} weights are more than are generated here (8192 × 8192)` }
    : { value: { rows, columns } };
}

export function readSeed(text: string): Parsed<number> {
  const plain = text.trim();
  const value = Number(plain);
  return /^\d{1,10}$/.test(plain) && value < 2 ** 32
    ? { value }
    : { problem: `${quoted(text)} is not a whole number from 0 to 4294967295` };
}
