import { describe, expect, it } from 'vitest';
import { groupOf, groupRange } from '../../../web/elements/raster/groups.ts';
import { columnFactors, generate } from '../../../web/elements/tensors/generate.ts';
import { logarithm, mix, normalQuantile } from '../../../web/elements/tensors/normal.ts';
import { sourceText } from '../../../web/elements/tensors/source.ts';
import {
  DEFAULT_SPEC,
  readSeed,
  readSize,
  SIGMA,
  sizeText,
} from '../../../web/elements/tensors/spec.ts';
import { summarize, summarizeScales } from '../../../web/elements/tensors/summary.ts';

const { signal } = new AbortController();
const gaussian = { distribution: 'gaussian', rows: 256, columns: 1024, seed: 7 } as const;
const make = (spec: Parameters<typeof generate>[0]) => generate(spec, signal, () => {});

describe('normal numbers', () => {
  it('come from a logarithm that agrees with Math.log', () => {
    for (const value of [1e-300, 1e-9, 0.07, 0.5, Math.SQRT1_2, 1, Math.SQRT2, 3, 1e300]) {
      expect(Math.abs(logarithm(value) - Math.log(value))).toBeLessThan(
        1e-13 * Math.max(1, Math.abs(Math.log(value))),
      );
    }
  });

  it('have the quantiles of the normal distribution', () => {
    const known = [
      [0.5, 0],
      [0.8413447460685429, 1],
      [0.9772498680518208, 2],
      [0.9986501019683699, 3],
      [0.9999683287581669, 4],
      [0.9999999990134123, 6],
    ] as const;
    for (const [p, z] of known) {
      expect(normalQuantile(p)).toBeCloseTo(z, 5);
      if (p < 0.99999) expect(normalQuantile(1 - p)).toBeCloseTo(-z, 5);
    }
  });

  it('come from a permutation of 32 bits', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, index) => mix(index)));
    expect(seen.size).toBe(100_000);
  });
});

describe('generated tensors', () => {
  it('have mean 0, the standard deviation they are said to have, and normal tails', async () => {
    const weights = await make(gaussian);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const square = weights.reduce((sum, weight) => sum + weight ** 2, 0) / weights.length;
    const beyondTwo = weights.filter((weight) => Math.abs(weight) > 2 * SIGMA).length;
    expect(Math.abs(mean)).toBeLessThan(2e-4);
    expect(Math.sqrt(square)).toBeCloseTo(SIGMA, 3);
    expect(beyondTwo / weights.length).toBeCloseTo(0.0455, 2);
  });

  it('are the same for the same seed, to the bit, and others for another', async () => {
    const first = await make(gaussian);
    expect(await make(gaussian)).toEqual(first);
    const other = await make({ ...gaussian, seed: 8 });
    expect(other.some((weight, index) => weight === first[index])).toBe(false);
    expect(Array.from(first.slice(0, 3))).toMatchInlineSnapshot(`
      [
        -0.008347876369953156,
        -0.010574780404567719,
        -0.0014351870631799102,
      ]
    `);
  });

  it('have outlier channels where that is what they are', async () => {
    const spec = { ...gaussian, distribution: 'outliers' } as const;
    const factors = columnFactors(spec);
    const outliers = factors.filter((factor) => factor > 1);
    expect(outliers.length).toBeGreaterThanOrEqual(6);
    expect(outliers.length).toBeLessThanOrEqual(8);
    expect(Math.min(...outliers)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...outliers)).toBeLessThanOrEqual(32);
    const [plain, scaled] = [await make(gaussian), await make(spec)];
    const column = factors.findIndex((factor) => factor > 1);
    expect(scaled[column]).toBeCloseTo((plain[column] ?? 0) * (factors[column] ?? 0), 5);
    expect(columnFactors({ ...spec, columns: 3 }).filter((factor) => factor > 1)).toHaveLength(1);
  });

  it('stop when they are aborted', async () => {
    const controller = new AbortController();
    const made = generate({ ...gaussian, rows: 4096 }, controller.signal, () => controller.abort());
    await expect(made).rejects.toThrow(/abort/);
  });
});

describe('their description', () => {
  it('is read back from its text', () => {
    expect(readSize(sizeText(DEFAULT_SPEC))).toEqual({ value: { rows: 1024, columns: 1024 } });
    expect(readSize(' 64 × 8 ')).toEqual({ value: { rows: 64, columns: 8 } });
    expect(readSeed('4294967295')).toEqual({ value: 4294967295 });
    expect(sourceText.read('outliers')).toEqual({ value: 'outliers' });
  });

  it.each(['', '0x4', '4x', '-1x2', '1e3x2', '8193x8192', '99999999x99999999'])(
    'refuses the size %s',
    (text) => expect(readSize(text)).toHaveProperty('problem'),
  );

  it.each(['', '-1', '1.5', '4294967296', 'abc'])('refuses the seed %s', (text) =>
    expect(readSeed(text)).toHaveProperty('problem'),
  );
});

describe('groups', () => {
  it('never cross a row, and a tail has its own', () => {
    const cut = { length: 20, groupSize: 4, rowLength: 10 };
    expect(Array.from({ length: 20 }, (_, index) => groupOf(cut, index))).toEqual([
      0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5,
    ]);
    expect(groupRange(cut, 2)).toEqual([8, 10]);
    expect(groupRange(cut, 5)).toEqual([18, 20]);
  });
});

describe('the summary for pictures', () => {
  it('counts every weight once', async () => {
    const weights = await make({ ...gaussian, distribution: 'outliers' });
    const summary = await summarize(weights, signal);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(summary.allBins.counts)).toBe(weights.length);
    expect(sum(summary.typicalBins.counts) + summary.typicalBins.outside).toBe(weights.length);
    expect(summary.typical / (8 * 0.6745 * SIGMA)).toBeCloseTo(1, 1);
    expect(summary.typicalBins.outside).toBeGreaterThan(0);
    expect(summary.absmax).toBe(weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0));
  });

  it.each([[[]], [[0, 0, -0]], [[5]], [[0, 0, 0, 3]]])('is defined for %j', async (values) => {
    const summary = await summarize(Float32Array.from(values), signal);
    expect(Object.values(summary).some(Number.isNaN)).toBe(false);
    expect(summary.allBins.counts.reduce((total, count) => total + count, 0)).toBe(values.length);
  });

  it('puts scales into logarithmic bins', async () => {
    const { bins, ...rest } = await summarizeScales(Float32Array.of(0.01, 0.1, 0.1, 1), signal);
    expect(rest).toMatchObject({ count: 4, smallest: Math.fround(0.01), largest: 1 });
    expect(bins.counts.filter((count) => count > 0)).toEqual([1, 2, 1]);
    const single = await summarizeScales(Float32Array.of(0.5), signal);
    expect(single.bins.counts[0]).toBe(1);
  });
});
