/** Weights that every platform draws alike; tests/native/support/random.hpp is the same (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** 32 random bits. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** Mostly 2^-8..2^7 in magnitude, one in eight from all over the range of floats, one in 64 zero. */
  weights(count: number): Float32Array<ArrayBuffer> {
    return this.#floats(count, () => {
      const bits = this.next();
      const kind = this.next() >>> 26;
      if (kind === 0) return bits & 0x80000000;
      const exponent = (bits >>> 23) & 0xff;
      return withExponent(bits, kind < 8 ? exponent % 255 : 119 + (exponent & 0xf));
    });
  }

  /** 2^-8..2^8 in magnitude. */
  tameWeights(count: number): Float32Array<ArrayBuffer> {
    return this.#floats(count, () => {
      const bits = this.next();
      return withExponent(bits, 119 + ((bits >>> 23) & 0xf));
    });
  }

  #floats(count: number, draw: () => number): Float32Array<ArrayBuffer> {
    const bits = new Uint32Array(count);
    for (let i = 0; i < count; i++) bits[i] = draw();
    return new Float32Array(bits.buffer);
  }
}

function withExponent(bits: number, exponent: number): number {
  return (bits & 0x807fffff) | (exponent << 23);
}
