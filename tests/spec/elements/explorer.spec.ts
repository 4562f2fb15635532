import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExplorerState,
  explorerSchema,
  firstTensor,
} from '../../../web/elements/explorer/state.ts';
import { groupSizeStops, nearestStop } from '../../../web/elements/tensors/group-sizes.ts';
import { Latest } from '../../../web/elements/tensors/latest.ts';
import { sourceOf } from '../../../web/elements/tensors/source.ts';

const DEFAULT_STATE = explorerSchema.defaults;

const thousandths = (most: number) =>
  fc.integer({ min: -1e6, max: 1000 * most }).map((n) => n / 1000);
const distribution = fc.constantFrom('gaussian', 'outliers');

const anyState: fc.Arbitrary<ExplorerState> = fc
  .record({
    made: distribution,
    isFile: fc.boolean(),
    rows: fc.integer({ min: 1, max: 8192 }),
    columns: fc.integer({ min: 1, max: 8192 }),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    tensor: fc.option(fc.string()),
    groupSize: fc.oneof(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.constantFrom('row', 'tensor')),
    bits: fc.integer({ min: 2, max: 8 }),
    rounding: fc.constantFrom('half-away', 'half-even', 'truncate'),
    scale: fc.oneof(
      fc.constantFrom('float32', 'float16'),
      fc.record({ digits: fc.integer({ min: 1, max: 9 }) }),
    ),
    rowLength: fc.option(fc.integer({ min: 1, max: 1e6 })),
    layer: fc.constantFrom('weights', 'recovered', 'error'),
    range: fc.constantFrom('typical', 'all'),
    view: fc.option(
      fc.record({
        column: thousandths(1e4),
        line: thousandths(1e4),
        across: fc.integer({ min: 1, max: 1e7 }).map((n) => n / 1000),
      }),
    ),
  })
  .map(({ made, isFile, rows, columns, seed, tensor, layer, range, view, ...settings }) => ({
    source: isFile ? 'file' : made,
    spec: { distribution: isFile ? DEFAULT_STATE.spec.distribution : made, rows, columns, seed },
    tensor,
    settings: { ...settings, customScale: null },
    layer,
    range,
    view,
  })) as fc.Arbitrary<ExplorerState>;

describe('the state of an explorer', () => {
  it('comes back from its attributes', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: read, problems } = explorerSchema.decode(explorerSchema.encode(state));
        expect(problems).toEqual([]);
        expect(read).toEqual(state);
      }),
    );
  });

  it('survives any text, and says what was wrong', () => {
    const names = Object.keys(explorerSchema.encode(DEFAULT_STATE));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, text) => {
        const { state, problems } = explorerSchema.decode({ [name]: text });
        expect(problems.length).toBeLessThanOrEqual(1);
        expect(explorerSchema.decode(explorerSchema.encode(state)).problems).toEqual([]);
      }),
    );
    const wrong = { size: '0x4', seed: '-1', bits: '9', view: '1 2', layer: 'codes', range: 'x' };
    expect(
      explorerSchema
        .decode(wrong)
        .problems.map(({ attribute }) => attribute)
        .sort(),
    ).toEqual(Object.keys(wrong).sort());
  });
});

describe('what is wanted', () => {
  const info = { dtype: 'F32', byteLength: 0, supported: true, rowLength: 4 };
  const opened = {
    opening: 2,
    name: 'f',
    bytes: 0,
    format: 'safetensors',
    tensors: [
      { ...info, name: 'bias', shape: [4], length: 4 },
      { ...info, name: 'huge', shape: [2 ** 15, 2 ** 15], length: 2 ** 30 },
      { ...info, name: 'ints', shape: [4, 4], length: 16, supported: false },
      { ...info, name: 'matrix', shape: [4, 4], length: 16 },
    ],
  } as const;

  it('begins with a matrix that is not too large', () => {
    expect(firstTensor(opened, null)?.name).toBe('matrix');
    expect(firstTensor(opened, 'bias')?.name).toBe('bias');
    expect(firstTensor({ ...opened, tensors: opened.tensors.slice(0, 3) }, null)).toBeUndefined();
    expect(firstTensor({ ...opened, tensors: opened.tensors.slice(1, 2) }, null)?.name).toBe(
      'huge',
    );
  });

  it('is a tensor of the file only where it can be read', () => {
    const state = { ...DEFAULT_STATE, source: 'file', tensor: 'matrix' } as const;
    expect(sourceOf(state, opened)).toEqual({ kind: 'file', opening: 2, tensor: 'matrix' });
    expect(sourceOf({ ...state, tensor: 'ints' }, opened)).toBeNull();
    expect(sourceOf(state, null)).toBeNull();
    const source = sourceOf(state, opened);
    expect(sourceOf({ ...state, layer: 'error' } as ExplorerState, opened)).toEqual(source);
    expect(sourceOf({ ...state, tensor: 'bias' }, opened)).not.toEqual(source);
    expect(sourceOf(DEFAULT_STATE, opened)).not.toEqual(source);
  });
});

describe('the slider of group sizes', () => {
  it('stops at powers of two, a row, and everything', () => {
    expect(groupSizeStops(256)).toEqual([16, 32, 64, 128, 'row', 'tensor']);
    expect(groupSizeStops(3)).toEqual(['row', 'tensor']);
    const stops = groupSizeStops(4096);
    expect(nearestStop(stops, 48)).toBe(2);
    expect(nearestStop(stops, 1)).toBe(0);
    expect(nearestStop(stops, 'tensor')).toBe(stops.length - 1);
    expect(nearestStop(groupSizeStops(3), 8)).toBe(0);
  });
});

describe('the latest question', () => {
  it('is answered, those before it that waited are not asked', async () => {
    const asked: number[] = [];
    const taken: number[] = [];
    const latest = new Latest(
      async (question: number) => {
        asked.push(question);
        await new Promise((done) => setTimeout(done, 5));
        if (question === 1) throw new Error('gone');
        return 10 * question;
      },
      (answer) => taken.push(answer),
    );
    for (const question of [1, 2, 3, 4]) latest.ask(question);
    await expect.poll(() => taken, { timeout: 10_000 }).toEqual([40]);
    expect(asked).toEqual([1, 4]);
  });
});
