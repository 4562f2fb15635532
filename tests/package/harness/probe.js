// Copied into every consumer: quantizes one fixed tensor both ways and tells what came out.
const LENGTH = 100_003;

/** Weights of both signs and of many magnitudes, the same everywhere. */
export function fixedTensor() {
  const weights = new Float32Array(LENGTH);
  let state = 1;
  for (let i = 0; i < LENGTH; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    weights[i] = (state / 2 ** 32 - 0.5) * 2 ** ((state >>> 3) % 9);
  }
  return weights;
}

/** sha-256 of the bytes of the codes, then those of the scales. */
export async function hashOf({ codes, scales }) {
  const bytes = new Uint8Array(codes.byteLength + scales.byteLength);
  bytes.set(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength));
  bytes.set(new Uint8Array(scales.buffer, scales.byteOffset, scales.byteLength), codes.byteLength);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function use(create) {
  const quantizer = await create();
  const quantized = await quantizer.quantize(fixedTensor(), { groupSize: 32 });
  const { variant, variantReason: reason, threads } = quantizer;
  quantizer.dispose();
  return { hash: await hashOf(quantized), variant, reason, threads };
}

export async function probe({ createQuantizer, createQuantizerWorker }) {
  return { direct: await use(createQuantizer), worker: await use(createQuantizerWorker) };
}
