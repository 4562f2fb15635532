import { expect, it } from 'vitest';
import { linearBars, logarithmicBars } from '../../../web/elements/charts/bins.ts';

it('the bars are the bins that hold something, with their ends', () => {
  const bins = { from: -2, to: 2, counts: [1, 0, 5, 2], outside: 3 };
  expect(linearBars(bins)).toEqual([
    { x1: -2, x2: -1, count: 1 },
    { x1: 0, x2: 1, count: 5 },
    { x1: 1, x2: 2, count: 2 },
  ]);
});

it('those of scales have ends of equal ratio', () => {
  const bars = logarithmicBars({ from: 1, to: 100, counts: [4, 3], outside: 0 });
  expect(bars).toEqual([
    { x1: 1, x2: 10, count: 4 },
    { x1: 10, x2: 100, count: 3 },
  ]);
  expect(logarithmicBars({ from: 0.5, to: 0.5, counts: [0, 1], outside: 0 })).toEqual([
    { x1: 0.5, x2: 0.5, count: 1 },
  ]);
});
