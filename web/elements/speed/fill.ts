/**
 * Fills with roughly normal weights of a layer's size (standard deviation 0.02), always the same for a seed. Nothing outside
 * the function is used: a worker is made from its text.
 */
export function fillWeights(weights: Float32Array, seed: number): void {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  for (let i = 0; i < weights.length; i++) {
    let sum = 0;
    // Each uniform in -1..1, of variance 1/3 (xorshift32).
    for (let part = 0; part < 3; part++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      sum += state;
    }
    weights[i] = 0.02 * (sum / 2 ** 31);
  }
}
