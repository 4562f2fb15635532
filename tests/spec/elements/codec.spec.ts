import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUNDINGS } from '../../../web/elements/options/settings.ts';
import {
  DEFAULTS,
  type Settings,
  WALK_LIMIT,
  walkSchema,
} from '../../../web/elements/walk/settings.ts';

const float32 = fc.float({ noNaN: true, noDefaultInfinity: true });

const settings: fc.Arbitrary<Settings> = fc.record({
  weights: fc.array(float32, { maxLength: 20 }).map((values) => Float32Array.from(values)),
  groupSize: fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.constantFrom('row' as const, 'tensor' as const),
  ),
  bits: fc.integer({ min: 2, max: 8 }),
  rounding: fc.constantFrom(...ROUNDINGS),
  scale: fc.oneof(
    fc.constantFrom('float32' as const, 'float16' as const),
    fc.record({ digits: fc.integer({ min: 1, max: 9 }) }),
  ),
  customScale: fc.option(
    float32.filter((value) => value > 0),
    { nil: null },
  ),
  rowLength: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: null }),
});

describe('the settings as texts', () => {
  it('come back the same, bit for bit', () => {
    fc.assert(
      fc.property(settings, (value) => {
        const { state: back, problems } = walkSchema.decode(walkSchema.encode(value));
        expect(problems).toEqual([]);
        expect(back).toEqual(value);
        expect(new Uint32Array(back.weights.buffer)).toEqual(new Uint32Array(value.weights.buffer));
      }),
    );
  });

  it('take the default where they are wrong, each on its own', () => {
    const { state: back, problems } = walkSchema.decode({
      weights: '1, two',
      'group-size': '0',
      bits: '9',
      rounding: 'up',
      'scale-format': 'digits:0',
      'custom-scale': '-1',
      'row-length': '2',
    });
    expect(problems.map((problem) => problem.attribute)).toEqual([
      'weights',
      'group-size',
      'bits',
      'rounding',
      'scale-format',
      'custom-scale',
    ]);
    expect(back).toEqual({ ...DEFAULTS, rowLength: 2 });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { problems } = walkSchema.decode({
          weights: text,
          bits: text,
          'scale-format': text,
          'custom-scale': text,
        });
        for (const { message } of problems) expect(message.length).toBeLessThan(120);
      }),
    );
  });

  it('walk the first weights of too many', () => {
    const { state: back, problems } = walkSchema.decode({ weights: '1 '.repeat(1000) });
    expect(back.weights).toHaveLength(WALK_LIMIT);
    expect(problems).toEqual([
      {
        attribute: 'weights',
        message: '1,000 weights were given; the first 256 are walked.',
        isNote: true,
      },
    ]);
  });
});
