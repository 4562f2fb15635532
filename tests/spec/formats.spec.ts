// The table of formats through the library: ggml's bytes, and errors that say what would do.
import { GroupwiseError, type Quantizer } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { ggmlFormats } from './support/ggml-golden.ts';
import { Random } from './support/random.ts';
import { anyQuantizer, quantizerOf, variantsHere } from './support/variants.ts';

const bits = (floats: Float32Array): number[] => [...new Uint32Array(floats.slice().buffer)];

async function errorOf(work: (quantizer: Quantizer) => unknown): Promise<GroupwiseError> {
  const quantizer = await anyQuantizer();
  try {
    work(quantizer);
  } catch (error) {
    if (error instanceof GroupwiseError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe.each(variantsHere)('on $name', (variant) => {
  test.each(ggmlFormats)('%s: the bytes of ggml, and back to the bit', async (format, cases) => {
    const quantizer = await quantizerOf(variant);
    expect(cases.length).toBeGreaterThan(5);
    for (const { name, weights, bytes, recovered } of cases) {
      const options = { format, length: weights.length };
      if (recovered === undefined) {
        expect(() => quantizer.encode(weights, { format }), name).toThrow(GroupwiseError);
        continue;
      }
      expect(quantizer.encode(weights, { format }), name).toEqual(bytes);
      expect(bits(quantizer.decode(bytes, options)), name).toEqual(bits(recovered));
      expect(quantizer.pack(quantizer.unpack(bytes, options)), name).toEqual(bytes);
    }
  });

  test('figures are the same from codes and from bytes, in every format', async () => {
    const quantizer = await quantizerOf(variant);
    const weights = new Random(3).tameWeights(4 * 256);
    for (const { name: format } of quantizer.formats) {
      const bytes = quantizer.encode(weights, { format });
      const quantized = quantizer.quantize(weights, { format });
      const measured = quantizer.measure(weights, quantized);
      expect(quantizer.measure(weights, bytes, { format }), format).toEqual(measured);
      const { length } = weights;
      expect(quantizer.storage({ format, length }).totalBytes, format).toBe(bytes.length);
      const trace = quantizer.trace(weights, { format });
      expect(trace.quantized, format).toEqual(quantized);
      expect(trace.measured, format).toEqual(measured);
      expect(trace.storage.totalBytes, format).toBe(bytes.length);
    }
  });
});

test('the integer family packs a scale, then codes from the lowest bit', async () => {
  const quantizer = await anyQuantizer();
  const weights = Float32Array.of(3, -3, 1, -1, 2);
  const bytes = quantizer.encode(weights, { bits: 3, groupSize: 5 });
  // scale 1 as a float32; codes 3, -3, 1, -1, 2 as 011 101 001 111 010, the first lowest.
  const codes = 0b011 | (0b101 << 3) | (0b001 << 6) | (0b111 << 9) | (0b010 << 12);
  expect([...bytes]).toEqual([0, 0, 0x80, 0x3f, codes & 0xff, codes >> 8]);
  const options = { bits: 3, groupSize: 5, length: 5 };
  expect([...quantizer.decode(bytes, options)]).toEqual([...weights]);
});

test('a group may be larger than the memory of any wasm module', async () => {
  const quantizer = await anyQuantizer();
  const options = { length: 8e9, groupSize: 'tensor', bits: 4 } as const;
  expect(quantizer.storage(options).totalBytes).toBe(4e9 + 4);
});

test('every bit of a block belongs to one field', async () => {
  const quantizer = await anyQuantizer();
  for (const { name: format, block = 37 } of quantizer.formats) {
    const fields = quantizer.fields({
      format,
      length: block,
      ...(format === 'integer' && { bits: 5, groupSize: 37 }),
    });
    const sizes = format === 'integer' ? { bits: 5, groupSize: 37 } : {};
    const { totalBytes } = quantizer.storage({ format, length: block, ...sizes });
    let bit = 0;
    for (const field of fields) {
      expect(field.bit, format).toBe(bit);
      bit += field.bits;
    }
    expect(bit, format).toBe(8 * totalBytes);
  }
});

describe('refused', () => {
  const weights = new Float32Array(100);

  test('an unknown format names the nearest and lists all', async () => {
    const { code, message } = await errorOf((q) => q.encode(weights, { format: 'q4k' }));
    expect(code).toBe('unknown-format');
    expect(message).toMatch(
      /^format is "q4k" \(did you mean q4_k\?\); allowed are integer, .*q8_0/,
    );
  });

  test('a length says which would do', async () => {
    const { code, message } = await errorOf((q) => q.encode(weights, { format: 'q4_0' }));
    expect(code).toBe('length-not-in-blocks');
    expect(message).toBe(
      'there are 100 weights; q4_0 packs blocks of 32, so a row has a multiple of 32 weights (96 or 128 would do)',
    );
  });

  test('a row likewise, and a group size', async () => {
    const row = await errorOf((q) => q.encode(weights, { format: 'q4_k', rowLength: 50 }));
    expect(row.message).toMatch(/^rowLength is 50; q4_k packs blocks of 256.*\(256 would do\)$/);
    const group = await errorOf((q) => q.quantize(weights, { format: 'q8_0', groupSize: 64 }));
    expect(group.message).toBe('groupSize is 64; allowed is 32, which q8_0 is made of');
  });

  test('an option that the format does not take, by name', async () => {
    const { code, message } = await errorOf((q) =>
      q.quantize(weights, { format: 'q8_0', bits: 4 }),
    );
    expect(code).toBe('unsupported-option');
    expect(message).toBe('bits is 4; q8_0 does not take it, but rowLength');
  });

  test('bytes of the wrong length, and impossible ones with their block', async () => {
    const options = { format: 'q8_0', length: 64 };
    const short = await errorOf((q) => q.decode(new Uint8Array(67), options));
    expect([short.code, short.message]).toEqual([
      'length-mismatch',
      'there are 67 bytes; 64 weights in q8_0 are 68',
    ]);
    const infinite = new Uint8Array(68);
    infinite[35] = 0x7c; // the scale of block 1 is infinite
    for (const work of ['decode', 'unpack'] as const) {
      const { code, index } = await errorOf((q) => q[work](infinite, options));
      expect([code, index]).toEqual(['invalid-bytes', 1]);
    }
  });

  test('a weight that is not finite, with its index, in every format', async () => {
    const quantizer = await anyQuantizer();
    const spoiled = new Float32Array(512);
    spoiled[300] = Number.NaN;
    for (const { name: format } of quantizer.formats) {
      const { code, index } = await errorOf((q) => q.encode(spoiled, { format }));
      expect([code, index], format).toEqual(['non-finite-weight', 300]);
    }
  });
});
