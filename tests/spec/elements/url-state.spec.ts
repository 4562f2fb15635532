import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSettings, encodeSettings } from '../../../web/elements/stepper/codec.ts';
import { exampleTexts } from '../../../web/elements/stepper/examples.ts';
import { readHash, writeHash } from '../../../web/page/url-state.ts';

const known = [
  { id: 'one', label: 'One', texts: exampleTexts('hand-picked'), step: 'weights' },
  { id: 'two', label: 'Two', texts: exampleTexts('groups'), step: 'round' },
];

describe('the page’s hash', () => {
  it('says nothing while everything is as in the examples', () => {
    const states = new Map(
      known.map(({ id, texts, step }) => [
        id,
        { texts: encodeSettings(decodeSettings(texts).settings), step },
      ]),
    );
    expect(writeHash(states, known)).toBe('');
  });

  it('says what differs, and reads it back', () => {
    const states = new Map([
      ['one', { texts: { 'custom-scale': null }, step: 'scale' }],
      [
        'two',
        {
          texts: { weights: '-0, 1e-45, 3.4028235e38', bits: '4', 'scale-format': 'digits:3' },
          step: 'round',
        },
      ],
    ]);
    const hash = writeHash(states, known);
    expect(hash).toBe(
      '#one.custom-scale=&one.step=scale&two.weights=-0,1e-45,3.4028235e38&two.bits=4&two.scale-format=digits:3',
    );
    const { steppers, problems } = readHash(hash, known);
    expect(problems).toEqual([]);
    expect(steppers.get('one')).toEqual({ texts: { 'custom-scale': '' }, step: 'scale' });
    const { settings } = decodeSettings(steppers.get('two')?.texts ?? {});
    expect(settings.weights).toEqual(Float32Array.of(-0, 1e-45, 3.4028235e38));
  });

  it('keeps a plus sign of an exponent', () => {
    const states = new Map([['two', { texts: { weights: '1e+20' }, step: null }]]);
    const { steppers } = readHash(writeHash(states, known), known);
    expect(steppers.get('two')?.texts.weights).toBe('1e+20');
  });

  it('takes a plain name for a section', () => {
    expect(readHash('#groups-of-four', known).anchor).toBe('groups-of-four');
  });

  it('reports what it does not know, and survives anything', () => {
    const { steppers, problems } = readHash('#one.bits=9&three.bits=4&one.step=nowhere&x', known);
    expect(steppers.size).toBe(0);
    expect(problems).toHaveLength(4);
    fc.assert(fc.property(fc.string(), (text) => void readHash(`#${text}`, known)));
  });
});
