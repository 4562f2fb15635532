import fc from 'fast-check';
import { createQuantizer, GroupwiseError, type QuantizeOptions, type StreamPiece } from 'groupwise';
import { describe, expect, test } from 'vitest';

const quantizer = await createQuantizer();

function weightsOf(length: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin(i * i) * 10 ** ((i % 7) - 3));
}

/** Pushes `weights` in pieces of the given lengths, over and over. */
function streamed(weights: Float32Array, options: QuantizeOptions, lengths: readonly number[]) {
  const stream = quantizer.stream(options);
  const pieces: StreamPiece[] = [];
  for (let at = 0, i = 0; at < weights.length; i++) {
    const length = lengths[i % lengths.length] as number;
    pieces.push(stream.push(weights.subarray(at, at + length)));
    at += length;
  }
  pieces.push(stream.end());
  const figures = stream.measure();
  stream.dispose();
  return { pieces, figures };
}

function joined(pieces: readonly StreamPiece[], key: 'codes' | 'scales' | 'groupMaxError') {
  return pieces.flatMap((piece) => Array.from(piece[key]));
}

describe('a stream', () => {
  test('gives what one piece gives, however it is cut', () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 5 });
    const shapes = fc.constantFrom<QuantizeOptions>(
      { groupSize: 32 },
      { groupSize: 33, bits: 4 },
      { groupSize: 100, rowLength: 4_010, scale: 'float16' },
      { groupSize: 'row', rowLength: 802, rounding: 'half-even' },
    );
    const weights = weightsOf(40_100);
    fc.assert(
      fc.property(cuts, shapes, (lengths, options) => {
        const { pieces, figures } = streamed(weights, options, lengths);
        const whole = quantizer.quantize(weights, options);
        for (const key of ['codes', 'scales', 'groupMaxError'] as const) {
          expect(joined(pieces, key)).toEqual(Array.from(whole[key]));
        }
        expect(figures).toEqual(quantizer.measure(weights, whole));
        let [start, firstGroup] = [0, 0];
        for (const piece of pieces) {
          if (piece.start !== start || piece.firstGroup !== firstGroup) {
            expect(piece).toMatchObject({ start, firstGroup });
          }
          start += piece.length;
          firstGroup += piece.scales.length;
        }
      }),
      { numRuns: 25 },
    );
  });

  test('reports a weight by its index in the stream, and stays as it was', () => {
    const stream = quantizer.stream({ groupSize: 4 });
    stream.push(weightsOf(8));
    const figures = stream.measure();
    const bad = Float32Array.of(1, 2, Number.NaN, 4);
    expect(() => stream.push(bad)).toThrow(
      expect.objectContaining({ code: 'non-finite-weight', index: 10 }),
    );
    expect(() => stream.push(bad)).toThrow(/weight 10 is NaN/);
    expect(stream.measure()).toEqual(figures);
    expect(stream.push(Float32Array.of(1, 2, 3, 4))).toMatchObject({ start: 8, firstGroup: 2 });
    stream.dispose();
    expect(() => stream.push(weightsOf(4))).toThrow(expect.objectContaining({ code: 'disposed' }));
  });

  test('refuses groups whose end it cannot know, and an end within a row', () => {
    for (const groupSize of ['tensor', 'row'] as const) {
      expect(() => quantizer.stream({ groupSize })).toThrow(
        expect.objectContaining({ code: 'invalid-group-size' }),
      );
    }
    const stream = quantizer.stream({ rowLength: 10 });
    stream.push(weightsOf(15));
    expect(() => stream.end()).toThrow(GroupwiseError);
    expect(() => stream.end()).toThrow(/ends 5 weights into a row/);
    stream.push(weightsOf(5));
    expect(stream.end().length).toBe(0);
  });
});
