// The weights that the formats' golden vectors are made from: 256 a case, which is one super-block
// or eight blocks of 32. Only exactly rounded operations, so that every engine makes the same.

const LENGTH = 256;
const BLOCK = 32;
const FLT_MAX = (2 - 2 ** -23) * 2 ** 127;

/** @returns {{ name: string, weights: Float32Array }[]} */
export function weightCases() {
  const random = new Random(20);
  const all = (weight) => Float32Array.from({ length: LENGTH }, (_, i) => weight(i));
  const byBlock = (...blocks) => all((i) => blocks[Math.floor(i / BLOCK)](i % BLOCK));
  const gaussian = (deviation) => () => random.gaussian() * deviation;
  const cases = {
    gaussian: all(gaussian(0.0625)),
    'heavy tails': all(() => (random.gaussian() * 0.0625) / (random.uniform() + 2 ** -10)),
    'one outlier a block': all((i) => random.gaussian() * (i % BLOCK === 13 ? 4 : 0.0078125)),
    'all negative': all(() => -Math.abs(random.gaussian()) - 0.5),
    'all positive': all(() => 1 + random.uniform() * 0.25),
    'all equal': all(() => 0.3),
    'zeros of both signs': all((i) => (i % 3 === 1 ? -0 : 0)),
    'a kind a block': byBlock(
      () => -0.3,
      () => 0,
      (i) => (i === 5 ? -0.7 : -0),
      (i) => (i === 31 ? 1e-3 : 0),
      (i) => (i % 2 === 0 ? 0.7 : -0.7),
      (i) => -0.5 - i / 64,
      (i) => i - 16,
      gaussian(1e-6),
    ),
    // Quotients that end in one half, for scales that are powers of two in each of the formats.
    ties: byBlock(
      (i) => (i === 0 ? -8 : (i - 16) / 2),
      (i) => (i === 31 ? 8 : (16 - i) / 2),
      (i) => (i === 7 ? 127 : (i - 16) * 3.5),
      (i) => (i === 3 ? -16 : i - 15.5),
      (i) => (i === 0 ? 15 : (i - 1) / 2),
      (i) => (i === 0 ? 31 : i - 0.5),
      (i) => (i === 0 ? 6 : [0.25, 0.75, 1.25, 1.75, 2.5, 3.5, 5, -5][i % 8]),
      (i) => (i === 9 ? 1 : [0.5, -0.5, 0.25, -0.25][i % 4]),
    ),
    // Scales that binary16 keeps with few bits, or not at all.
    'tiny scales': byBlock(
      ...[2 ** -12, 2 ** -15, 2 ** -18, 2 ** -20, 2 ** -21, 2 ** -22, 2 ** -24, 2 ** -60].map(
        gaussian,
      ),
    ),
    subnormal: all((i) => (random.bits() % 1000) * 2 ** -149 * (i % 2 === 0 ? 1 : -1)),
    'subnormal beside normal': all(
      (i) => random.gaussian() * (i % 2 === 0 ? 2 ** -132 : 2 ** -124),
    ),
    large: all((i) => (i % BLOCK === 20 ? -60000 : random.gaussian() * 9000)),
    'largest float in the fourth block': all((i) => (i === 100 ? FLT_MAX : random.gaussian())),
  };
  return Object.entries(cases).map(([name, weights]) => ({ name, weights }));
}

/** mulberry32, as in tests/native/support/random.hpp. */
class Random {
  constructor(seed) {
    this.state = seed;
  }

  bits() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** 0 to 1, without 1. */
  uniform() {
    return this.bits() / 2 ** 32;
  }

  /** The sum of twelve uniform numbers: variance 1, and no library's logarithm. */
  gaussian() {
    let sum = -6;
    for (let i = 0; i < 12; ++i) sum += this.uniform();
    return sum;
  }
}
