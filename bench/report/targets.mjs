// What the library promises of itself, for 4096 x 4096 weights, and whether it is so.
import { timeOf } from './find.mjs';
import { table } from './table.mjs';

const weights = 4096 * 4096;

/** Two times, each of [group size, contender, operation]: their ratio is how much faster the second is. */
const ratio = (...both) =>
  both.map(([groupSize, name, operation]) => ({ weights, groupSize, name, operation }));

const shareOfLimit = (groupSize, operation, limit = 'narrow') =>
  ratio([groupSize, 'limit, simd', limit], [groupSize, 'simd', operation]);

const simd = [32, 'simd', 'errors'];
const ort = 'onnxruntime-web';

// [what, at least (negative: at most; null: only reported), the two times]
const TARGETS = [
  ['share of the limit: codes, scales, errors, groups of 32', 0.4, shareOfLimit(32, 'errors')],
  ['share of the limit: codes, scales, errors, groups of 256', 0.45, shareOfLimit(256, 'errors')],
  ['share of the limit: codes, scales, groups of 32', 0.5, shareOfLimit(32, 'codes')],
  ['share of the limit: codes, scales, groups of 256', 0.6, shareOfLimit(256, 'codes')],
  ['simd over scalar', 20, ratio([32, 'scalar', 'errors'], simd)],
  ['simd over plain JavaScript', 35, ratio([32, 'JavaScript', 'errors'], simd)],
  [`simd over ${ort}, operator alone`, 5, ratio([32, ort, 'codes'], [32, 'simd', 'codes'])],
  [
    `simd over ${ort}, both end to end`,
    null,
    ratio([32, ort, 'end-to-end'], [32, 'simd', 'end-to-end']),
  ],
  [`simd alone over ${ort} end to end`, null, ratio([32, ort, 'end-to-end'], simd)],
  ['threads over simd', 1.7, ratio(simd, [32, 'threads', 'errors'])],
  ['groups of 33 over groups of 32', 0.5, ratio(simd, [33, 'simd', 'errors'])],
  ['groups of 100 over groups of 32', 0.5, ratio(simd, [100, 'simd', 'errors'])],
  ['share of the limit: dequantize', 0.7, shareOfLimit(32, 'dequantize', 'widen')],
  ['end to end over the kernel alone, time', -2.5, ratio([32, 'simd', 'end-to-end'], simd)],
  ['wasm simd over native, codes, scales, errors', null, ratio([32, 'native', 'errors'], simd)],
];

/** @returns those that were measured: { what, wanted, isMost, value, isMet }; null where nothing is promised */
export function targetsOf(rows) {
  return TARGETS.flatMap(([what, bound, times]) => {
    const [above, below] = times.map((one) => timeOf(rows, one));
    if (above === undefined || below === undefined) return [];
    const value = Number((above / below).toPrecision(3));
    if (bound === null) return [{ what, wanted: null, isMost: false, value, isMet: null }];
    const wanted = Math.abs(bound);
    const isMost = bound < 0;
    return [{ what, wanted, isMost, value, isMet: isMost ? value <= wanted : value >= wanted }];
  });
}

export function printTargets(targets) {
  if (targets.length === 0) return;
  const lines = targets.map(({ what, wanted, isMost, value, isMet }) => [
    what,
    wanted === null ? '' : `${isMost ? '<=' : '>='} ${wanted}`,
    String(value),
    isMet === null ? 'reported' : isMet ? 'met' : 'NOT MET',
  ]);
  const head = ['target (groups of 32 unless said)', 'wanted', 'measured', ''];
  console.log(`\n${table(head, lines)}`);
}
