// All contenders on all sizes. Runs in Node and in a browser's worker alike: what differs is in
// `platform`.
import { checkSameCodes } from './check.mjs';
import { coreContender } from './contenders/core.mjs';
import { limitContender } from './contenders/limit.mjs';
import { ortContender } from './contenders/ort.mjs';
import { packageContender } from './contenders/package.mjs';
import { plainContender } from './contenders/plain.mjs';
import { OPERATIONS } from './operations.mjs';
import { measureInterleaved, summarize } from './rounds.mjs';
import { makeWeights } from './weights.mjs';

/** One row of a layer. Groups divide it, so that rows make no difference to them. */
const columns = 4096;

const MAKERS = {
  'limit, simd': (...a) => limitContender('simd', ...a),
  'limit, scalar': (...a) => limitContender('scalar', ...a),
  JavaScript: plainContender,
  scalar: (...a) => coreContender('scalar', ...a),
  simd: (...a) => coreContender('simd', ...a),
  threads: (...a) => coreContender('threads', ...a),
  'package simd': (...a) => packageContender('simd', ...a),
  'package threads': (...a) => packageContender('threads', ...a),
  'onnxruntime-web': (weights, platform) => ortContender(weights, columns, platform),
};

export const DEFAULTS = {
  weights: [4096 * 4096, 16 * 4096],
  groups: [32, 64, 128, 256, 33, 100],
  only: Object.keys(MAKERS),
  operations: Object.keys(OPERATIONS),
  rounds: 15,
  warm: true,
};

/** @returns rows of { weights, groupSize, name, operation, ms, best, q1, q3, samples, gbps } */
export async function runSuite(options, platform, progress) {
  const rows = [];
  for (const length of options.weights) {
    const weights = makeWeights(length);
    const contenders = [];
    for (const name of options.only) contenders.push(await MAKERS[name](weights, platform));
    for (const groupSize of options.groups) {
      progress(`${length} weights, groups of ${groupSize}`);
      const expected = checkSameCodes(contenders, groupSize);
      const tasks = [];
      for (const contender of contenders)
        tasks.push(...(await contender.tasks(groupSize, expected)));
      const wanted = tasks.filter(({ operation }) => options.operations.includes(operation));
      const all = await measureInterleaved(wanted, { ...options, clock: platform.clock });
      wanted.forEach(({ name, operation }, i) => {
        const times = summarize(all[i]);
        const bytes = OPERATIONS[operation].bytes(length, Math.ceil(length / groupSize));
        const gbps = bytes / times.ms / 1e6;
        rows.push({ weights: length, groupSize, name, operation, ...times, gbps });
      });
    }
    for (const contender of contenders) await contender.dispose();
  }
  return rows;
}
