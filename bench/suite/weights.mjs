/** Roughly normal weights of a layer's size (standard deviation 0.02), the same on every machine. */
export function makeWeights(length) {
  const weights = new Float32Array(length);
  let state = 0x2545f491;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
  // The sum of three uniform numbers in -1..1 has variance 1.
  for (let i = 0; i < length; i++) weights[i] = 0.02 * (uniform() + uniform() + uniform());
  return weights;
}
