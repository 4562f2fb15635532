// What the library promises of itself, for 4096 x 4096 weights, and whether it is so.
import { limitOf, timeOf } from './find.mjs';
import { table } from './table.mjs';

const weights = 4096 * 4096;

// [what, at least, at most, group size, row above, row below]: the ratio of two times.
const row = (groupSize, name, operation) => ({ weights, groupSize, name, operation });
const shareOfLimit = (groupSize, operation) => (rows) => {
  const simd = row(groupSize, 'simd', operation);
  return [limitOf(rows, simd), timeOf(rows, simd)];
};
const timesFaster =
  (groupSize, name, operation = 'errors', than = 'simd') =>
  (rows) => [
    timeOf(rows, row(groupSize, name, operation)),
    timeOf(rows, row(groupSize, than, operation)),
  ];

const TARGETS = [
  [
    'codes, scales, group errors: share of the limit, groups of 32',
    0.4,
    shareOfLimit(32, 'errors'),
  ],
  [
    'codes, scales, group errors: share of the limit, groups of 256',
    0.45,
    shareOfLimit(256, 'errors'),
  ],
  ['codes and scales: share of the limit, groups of 32', 0.5, shareOfLimit(32, 'codes')],
  ['codes and scales: share of the limit, groups of 256', 0.6, shareOfLimit(256, 'codes')],
  ['simd over scalar, groups of 32', 20, timesFaster(32, 'scalar')],
  ['simd over plain JavaScript, groups of 32', 35, timesFaster(32, 'JavaScript')],
  ['simd over onnxruntime-web, groups of 32', 5, timesFaster(32, 'onnxruntime-web', 'codes')],
  ['threads over simd, groups of 32', 1.7, timesFaster(32, 'simd', 'errors', 'threads')],
  ['groups of 33 over groups of 32', 0.5, otherGroups(33)],
  ['groups of 100 over groups of 32', 0.5, otherGroups(100)],
  ['dequantize: share of its limit, groups of 32', 0.7, shareOfLimit(32, 'dequantize')],
  ['end to end over the kernel alone, time, groups of 32', -2.5, endToEnd],
];

function otherGroups(groupSize) {
  return (rows) => [
    timeOf(rows, row(32, 'simd', 'errors')),
    timeOf(rows, row(groupSize, 'simd', 'errors')),
  ];
}

function endToEnd(rows) {
  return [timeOf(rows, row(32, 'simd', 'end-to-end')), timeOf(rows, row(32, 'simd', 'errors'))];
}

/** @returns those that were measured: { what, wanted, isMost, value, isMet } */
export function targetsOf(rows) {
  return TARGETS.flatMap(([what, bound, ratio]) => {
    const [above, below] = ratio(rows);
    if (above === undefined || below === undefined) return [];
    const value = Number((above / below).toPrecision(3));
    const wanted = Math.abs(bound);
    const isMost = bound < 0;
    return [{ what, wanted, isMost, value, isMet: isMost ? value <= wanted : value >= wanted }];
  });
}

export function printTargets(targets) {
  if (targets.length === 0) return;
  const lines = targets.map(({ what, wanted, isMost, value, isMet }) => [
    what,
    `${isMost ? '<=' : '>='} ${wanted}`,
    String(value),
    isMet ? 'met' : 'NOT MET',
  ]);
  console.log(`\n${table(['target', 'wanted', 'measured', ''], lines)}`);
}
