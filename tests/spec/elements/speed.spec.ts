import { createQuantizer } from 'groupwise';
import { describe, expect, it } from 'vitest';
import { fillWeights } from '../../../web/elements/speed/fill.ts';
import { quantizePlain } from '../../../web/elements/speed/plain.ts';
import { rowsOf } from '../../../web/elements/speed/results.ts';
import { speedSchema } from '../../../web/elements/speed/state.ts';

const quantizer = await createQuantizer();

function plain(weights: Float32Array, groupSize: number) {
  const groups = Math.ceil(weights.length / groupSize);
  const result = {
    codes: new Int8Array(weights.length),
    scales: new Float32Array(groups),
    groupMaxError: new Float32Array(groups),
  };
  quantizePlain(weights, groupSize, result);
  return result;
}

/** Groups that are zero, subnormal, huge, and full of ties. */
function traps(): Float32Array {
  const scale = Math.fround(2 ** -10);
  const ties = Array.from({ length: 63 }, (_, i) => (i - 31 + 0.5) * scale);
  return Float32Array.of(
    ...[0, -0, 0, -0, 2 ** -149, -(2 ** -149), 0, 100 * 2 ** -149],
    ...[3.4028234663852886e38, -1.1754943508222875e-38, 1e-45, -3e38],
    ...[127 * scale, ...ties],
    ...[0.49999997, 127, -0.49999997, -126.5],
  );
}

describe('the plain JavaScript that is compared with', () => {
  it.each([1, 2, 3, 4, 32, 33, 64, 1000, 5000])(
    'returns the library’s bytes, groups of %i',
    (size) => {
      const random = new Float32Array(4999);
      fillWeights(random, 7);
      for (const weights of [random, traps(), new Float32Array(0), new Float32Array(70)]) {
        const expected = quantizer.quantize(weights, { groupSize: size });
        const { codes, scales, groupMaxError } = plain(weights, size);
        expect(Array.from(codes)).toEqual(Array.from(expected.codes));
        expect(Array.from(scales)).toEqual(Array.from(expected.scales));
        expect(Array.from(groupMaxError)).toEqual(Array.from(expected.groupMaxError));
      }
    },
  );

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d', (wrong) => {
    const weights = new Float32Array(40).fill(1);
    weights[35] = wrong;
    expect(() => plain(weights, 32)).toThrow('group 1');
  });

  it('and its weights need nothing outside themselves: a worker is made from their text', () => {
    const rebuilt = new Function(`return [${quantizePlain}, ${fillWeights}]`)() as [
      typeof quantizePlain,
      typeof fillWeights,
    ];
    const [weights, expected] = [new Float32Array(100), new Float32Array(100)];
    rebuilt[1](weights, 3);
    fillWeights(expected, 3);
    expect(weights).toEqual(expected);
    const result = { codes: new Int8Array(100), scales: new Float32Array(4) };
    const groupMaxError = new Float32Array(4);
    rebuilt[0](weights, 32, { ...result, groupMaxError });
    expect(result.codes).toEqual(plain(expected, 32).codes);
  });
});

describe('the weights', () => {
  it('are spread like a layer’s, and others for another seed', () => {
    const weights = new Float32Array(2 ** 16);
    fillWeights(weights, 0);
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
    const variance = weights.reduce((sum, weight) => sum + weight ** 2, 0) / weights.length;
    expect(Math.abs(mean)).toBeLessThan(0.001);
    expect(Math.sqrt(variance)).toBeCloseTo(0.02, 3);
    const others = new Float32Array(2 ** 16);
    fillWeights(others, 1);
    expect(others).not.toEqual(weights);
  });
});

describe('the figures', () => {
  it('are medians, speeds in bytes, and ratios', () => {
    const rows = rowsOf({ plain: [90, 100, 400], simd: [4, 6, 5], copy: [2] }, 2 ** 20);
    expect(rows.map(({ name, ms }) => [name, ms])).toEqual([
      ['plain', 100],
      ['simd', 5],
      ['copy', 2],
    ]);
    expect(rows[1]).toMatchObject({ overPlain: 20, ofCopy: 0.4 });
    expect(rows[1]?.gbps).toBeCloseTo((5 * 2 ** 20) / 0.005 / 1e9);
  });

  it('lack the ratios to what was not timed', () => {
    expect(rowsOf({ simd: [4] }, 1000)).toMatchObject([{ overPlain: null, ofCopy: null }]);
    expect(rowsOf({}, 1000)).toEqual([]);
  });
});

describe('the state', () => {
  it('goes through texts unchanged', () => {
    const state = { length: 123456, groupSize: 33 };
    expect(speedSchema.decode(speedSchema.encode(state))).toEqual({ state, problems: [] });
    expect(speedSchema.decode({})).toEqual({ state: speedSchema.defaults, problems: [] });
  });

  it.each([
    ['length', '16383'],
    ['length', '33554433'],
    ['length', 'many'],
    ['group-size', '0'],
    ['group-size', 'row'],
  ])('%s="%s" is refused and said', (name, text) => {
    const { state, problems } = speedSchema.decode({ [name]: text });
    expect(state).toEqual(speedSchema.defaults);
    expect(problems.map(({ attribute }) => attribute)).toEqual([name]);
  });
});
