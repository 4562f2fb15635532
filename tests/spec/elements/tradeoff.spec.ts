import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMAT } from '../../../web/elements/options/settings.ts';
import type { MeasurableTensor } from '../../../web/elements/tensors/measurable.ts';
import { bestPoint, settingText, verdict } from '../../../web/elements/tradeoff/best.ts';
import { tradeoffSchema } from '../../../web/elements/tradeoff/state.ts';
import {
  type Point,
  pointKey,
  Survey,
  surveyedSizes,
} from '../../../web/elements/tradeoff/survey.ts';

const point = (bits: number, bitsPerWeight: number, sqnrDb: number): Point => ({
  groupSize: 32,
  bits,
  bitsPerWeight,
  totalBytes: 1000,
  sqnrDb,
});
const points = [
  point(4, 5, 18),
  point(5, 6, 25),
  point(6, 6, 24),
  point(8, 9, 42),
  point(7, 8, 36),
];
const goal = { kind: 'sqnr', sqnr: 20, budget: 6 } as const;

describe('the best setting', () => {
  it('is the smallest that is accurate enough, and of the same size the most accurate', () => {
    expect(bestPoint(points, goal)?.bits).toBe(5);
    expect(bestPoint(points, { ...goal, sqnr: 40 })?.bits).toBe(8);
    expect(bestPoint(points, { ...goal, sqnr: 50 })).toBeUndefined();
  });

  it('is the most accurate that is small enough, and as accurate the smallest', () => {
    expect(bestPoint(points, { ...goal, kind: 'size' })?.bits).toBe(5);
    expect(bestPoint(points, { ...goal, kind: 'size', budget: 4 })).toBeUndefined();
    const exact = [point(3, 4, Number.POSITIVE_INFINITY), point(2, 3, Number.POSITIVE_INFINITY)];
    expect(bestPoint(exact, { ...goal, kind: 'size', budget: 100 })?.bits).toBe(2);
  });

  it('is named in a sentence', () => {
    expect(verdict(points[1], goal, true)).toBe(
      'The smallest with at least 20 dB: 5 bits, groups of 32: 6 bits per weight, 25.0 dB, 1,000 bytes.',
    );
    expect(verdict(undefined, { ...goal, kind: 'size' }, false)).toBe(
      'No setting of those measured so far gives at most 6 bits per weight.',
    );
    expect(settingText({ groupSize: 'tensor', bits: 4 })).toBe('4 bits, one scale for all');
  });
});

describe('the state of a trade-off', () => {
  it('comes back from its attributes', () => {
    const number = (least: number, most: number) =>
      fc.integer({ min: least * 100, max: most * 100 }).map((n) => n / 100);
    fc.assert(
      fc.property(
        fc.constantFrom('sqnr', 'size'),
        number(-100, 200),
        number(0, 64),
        fc.option(fc.string({ minLength: 1 })),
        (kind, sqnr, budget, explorer) => {
          const state = {
            ...tradeoffSchema.defaults,
            explorer,
            goal: { kind, sqnr, budget } as const,
          };
          expect(tradeoffSchema.decode(tradeoffSchema.encode(state))).toMatchObject({
            state,
            problems: [],
          });
        },
      ),
    );
  });

  it('says what was wrong', () => {
    const wrong = { goal: 'both', sqnr: '1e999', budget: '65', size: 'large' };
    const { state, problems } = tradeoffSchema.decode(wrong);
    expect(state).toEqual(tradeoffSchema.defaults);
    expect(problems.map(({ attribute }) => attribute).sort()).toEqual(Object.keys(wrong).sort());
  });
});

describe('the survey', () => {
  const tensor = (measured: string[], failAfter = Number.POSITIVE_INFINITY): MeasurableTensor => ({
    id: 'a',
    name: 'a',
    length: 4096,
    rowLength: 64,
    settings: DEFAULT_FORMAT,
    measure: async ({ groupSize, bits }) => {
      if (measured.length >= failAfter) throw new Error('the worker ended');
      measured.push(`${groupSize}/${bits}`);
      return { sqnrDb: bits } as never;
    },
    storage: async () => ({ bitsPerWeight: 4, totalBytes: 9 }) as never,
  });

  it('measures every setting once', async () => {
    const measured: string[] = [];
    const survey = new Survey(tensor(measured), () => {});
    await survey.run();
    expect(survey.sizes).toEqual([16, 32, 'row', 'tensor']);
    expect(new Set(measured).size).toBe(28);
    expect(measured).toHaveLength(survey.total);
    expect(survey.points.get(pointKey({ groupSize: 'row', bits: 5 }))?.sqnrDb).toBe(5);
  });

  it('stops when it is told to, and keeps what it has when it fails', async () => {
    const measured: string[] = [];
    const stopped: Survey = new Survey(tensor(measured), () => stopped.stop());
    await stopped.run();
    expect(measured.length).toBeLessThanOrEqual(2);
    expect(stopped.problem).toBeNull();
    const failed = new Survey(tensor([], 3), () => {});
    await failed.run();
    expect(failed.points.size).toBe(3);
    expect(failed.problem).toBe('the worker ended');
  });

  it('leaves out sizes that differ little', () => {
    expect(surveyedSizes(4096)).toEqual([16, 32, 64, 128, 256, 1024, 'row', 'tensor']);
  });
});
