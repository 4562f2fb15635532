import type { GroupwiseError, Quantizer } from 'groupwise';
import type { GoldenCase } from '../../golden/golden.ts';
import { sameBytes } from './bits.ts';

/** Where a quantizer differs from golden cases, a line each: usable in a worker too. */
export function goldenDifferences(quantizer: Quantizer, cases: readonly GoldenCase[]): string[] {
  return cases.flatMap((golden) =>
    differencesIn(quantizer, golden).map((line) => `${golden.name}: ${line}`),
  );
}

function differencesIn(quantizer: Quantizer, golden: GoldenCase): string[] {
  if (golden.error) return errorDifferences(quantizer, golden, golden.error);
  return 'maxAbs' in golden.measure
    ? [...resultDifferences(quantizer, golden), ...storageDifferences(quantizer, golden)]
    : storageDifferences(quantizer, golden);
}

function errorDifferences(
  quantizer: Quantizer,
  { weights, options }: GoldenCase,
  expected: NonNullable<GoldenCase['error']>,
): string[] {
  try {
    quantizer.quantize(weights, options);
    return ['no error'];
  } catch (caught) {
    const { name, code, index } = caught as GroupwiseError;
    const same = code === expected.code && index === (expected.index ?? expected.group);
    return same && name === 'GroupwiseError' ? [] : [`${name} ${code} ${index}`];
  }
}

function resultDifferences(quantizer: Quantizer, golden: GoldenCase): string[] {
  const { weights, options } = golden;
  const q = quantizer.quantize(weights, options);
  const recovered = quantizer.dequantize(q);
  const differences: string[] = [];
  for (const name of ['codes', 'scales', 'groupMaxError'] as const) {
    if (!sameBytes(q[name], golden[name])) differences.push(`${name} ${q[name]}`);
  }
  if (!sameBytes(recovered, golden.recovered)) differences.push(`recovered ${recovered}`);
  const { meanAbs = 0, rmse = 0 } = golden.measure;
  const tolerances = {
    ...{ maxAbs: 0, zeroed: 0, clipped: 0, cosine: 1e-12, sqnrDb: 1e-10 },
    ...{ meanAbs: 1e-12 * meanAbs, rmse: 1e-12 * rmse, bias: 1e-12 * meanAbs },
  };
  return [...differences, ...outside(quantizer.measure(weights, q), golden.measure, tolerances)];
}

function storageDifferences(quantizer: Quantizer, golden: GoldenCase): string[] {
  const { customScale: _, rounding: __, ...shape } = golden.options;
  const { ratio = 0, bitsPerWeight = 0 } = golden.storage;
  return outside(quantizer.storage({ length: golden.length, ...shape }), golden.storage, {
    ...{ originalBytes: 0, codeBytes: 0, scaleBytes: 0, totalBytes: 0, numGroups: 0 },
    ...{ savedPercent: 1e-10, ratio: 1e-12 * ratio, bitsPerWeight: 1e-12 * bitsPerWeight },
  });
}

function outside<Figures extends object>(
  actual: Figures,
  expected: Partial<Figures>,
  tolerances: Record<keyof Figures, number>,
): string[] {
  return (Object.keys(tolerances) as (keyof Figures)[]).flatMap((name) => {
    const [is, shouldBe] = [Number(actual[name]), Number(expected[name])];
    if (expected[name] === undefined) return [`${String(name)} is not in the golden case`];
    const near = is === shouldBe || Math.abs(is - shouldBe) <= tolerances[name];
    return near || Number.isNaN(shouldBe) ? [] : [`${String(name)} ${is}, not ${shouldBe}`];
  });
}
