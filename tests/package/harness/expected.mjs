// What every cell must get, by plain JavaScript that shares nothing with the package.
import assert from 'node:assert/strict';
import { fixedTensor, hashOf } from './probe.js';

const GROUP = 32;
const { fround } = Math;

function reference(weights) {
  const codes = new Int8Array(weights.length);
  const scales = new Float32Array(Math.ceil(weights.length / GROUP));
  for (let group = 0; group < scales.length; group++) {
    const end = Math.min((group + 1) * GROUP, weights.length);
    let absmax = 0;
    for (let i = group * GROUP; i < end; i++) absmax = Math.max(absmax, Math.abs(weights[i]));
    const scale = absmax > 0 ? fround(absmax / 127) : 1;
    scales[group] = scale;
    for (let i = group * GROUP; i < end; i++) {
      const quotient = fround(weights[i] / scale);
      const whole = Math.trunc(quotient);
      const away = Math.abs(quotient - whole) >= 0.5 ? Math.sign(quotient) : 0;
      codes[i] = Math.max(-127, Math.min(127, whole + away));
    }
  }
  return { codes, scales };
}

export const expectedHash = await hashOf(reference(fixedTensor()));

/** Checks what a consumer's probe gave. `worker` is the variant that the worker must have run. */
export function checkProbe(result, { worker }) {
  assert.equal(result.direct.hash, expectedHash, 'codes and scales of createQuantizer');
  assert.equal(result.worker.hash, expectedHash, 'codes and scales of createQuantizerWorker');
  assert.equal(result.direct.variant, 'simd');
  assert.equal(result.worker.variant, worker, result.worker.reason);
  assert.ok(result.direct.reason.length > 0 && result.worker.reason.length > 0);
  assert.doesNotMatch(result.worker.reason, /caller's thread|because/);
}
