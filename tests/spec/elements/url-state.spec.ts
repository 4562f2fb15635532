import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, walkSchema } from '../../../web/elements/walk/settings.ts';
import { difference, readHash, writeHash } from '../../../web/page/url/hash.ts';

describe('the page’s hash', () => {
  it('is empty where nothing differs', () => {
    const texts = walkSchema.encode(DEFAULTS);
    expect(writeHash(new Map([['one', difference(texts, texts)]]))).toBe('');
  });

  it('says what differs, and reads it back', () => {
    const states = new Map([
      ['one', { 'custom-scale': null, step: 'scale' }],
      ['two', { weights: '-0, 1e-45, 3.4028235e38', 'scale-format': 'digits:3' }],
    ]);
    const hash = writeHash(states);
    expect(hash).toBe(
      '#one.custom-scale=&one.step=scale&two.weights=-0,1e-45,3.4028235e38&two.scale-format=digits:3',
    );
    const read = readHash(hash);
    expect(read.problems).toEqual([]);
    expect(read.states.get('one')).toEqual({ 'custom-scale': '', step: 'scale' });
    const { state: settings } = walkSchema.decode(read.states.get('two') ?? {});
    expect(settings.weights).toEqual(Float32Array.of(-0, 1e-45, 3.4028235e38));
  });

  it('keeps every float32, bit for bit', () => {
    const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 9 }), (list) => {
        const weights = Float32Array.from(list);
        const hash = writeHash(new Map([['one', walkSchema.encode({ ...DEFAULTS, weights })]]));
        const { state: settings } = walkSchema.decode(readHash(hash).states.get('one') ?? {});
        expect(new Uint32Array(settings.weights.buffer)).toEqual(new Uint32Array(weights.buffer));
      }),
    );
  });

  it('keeps any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replaceAll(', ', ',');
        const read = readHash(writeHash(new Map([['one', { tensor: plain }]])));
        expect(read.states.get('one')).toEqual({ tensor: plain });
      }),
    );
  });

  it('names a section first', () => {
    expect(readHash('#groups-of-four').anchor).toBe('groups-of-four');
    const hash = writeHash(new Map([['two', { bits: '4' }]]), { anchor: 'scale' });
    expect(hash).toBe('#scale&two.bits=4');
    expect(readHash(hash)).toMatchObject({ anchor: 'scale', problems: [] });
  });

  it('leaves the id out where there is one element', () => {
    const states = new Map([['stepper', { bits: '4' }]]);
    expect(writeHash(states, { only: 'stepper' })).toBe('#bits=4');
    for (const hash of ['#bits=4', '#stepper.bits=4']) {
      expect(readHash(hash, 'stepper').states).toEqual(states);
    }
  });

  it('reports what it does not know, and survives anything', () => {
    const { states, problems } = readHash('#one.bits.more=9&b&__proto__.x=1&=3&one.Bits=2');
    expect(states.size).toBe(0);
    expect(problems).toHaveLength(5);
    fc.assert(fc.property(fc.string(), (text) => void readHash(`#${text}`)));
  });
});
