import type { Bins, ScaleSummary } from '../tensors/summary.ts';
import { formatFloat } from '../text/format.ts';
import { linearBars, logarithmicBars } from './bins.ts';
import { draw, type Plot } from './plot.ts';

const HEIGHT = 190;
/** Part of the height, below zero, where the ticks of the codes stand. */
const RUG = 0.09;

export interface WeightChart {
  readonly bins: Bins;
  /** The values that codes stand for, under one scale. */
  readonly levels: Float32Array;
  /** Counts on a logarithmic axis: what is rare can be seen too. */
  readonly logarithmic: boolean;
  readonly width: number;
}

/** How often weights of each size are there, over the values that codes can have. */
export function weightHistogram(
  plot: Plot,
  { bins, levels, logarithmic, width }: WeightChart,
): SVGSVGElement {
  const bars = linearBars(bins);
  const most = Math.max(1, ...bins.counts);
  const bottom = logarithmic ? -Math.expm1(RUG * Math.log1p(most)) : -RUG * most;
  const within = Array.from(levels).filter((level) => level >= bins.from && level <= bins.to);
  return draw(plot, {
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 12,
    x: { domain: [bins.from, bins.to], label: 'weight', ticks: width / 90, tickFormat: short },
    y: {
      type: logarithmic ? 'symlog' : 'linear',
      domain: [bottom, most],
      label: 'weights',
      grid: true,
      ticks: logarithmic ? powersUpTo(most) : ticksUpTo(most),
      tickFormat: '~s',
    },
    marks: [
      plot.rectY(bars, {
        x1: 'x1',
        x2: 'x2',
        y1: 0,
        y2: 'count',
        fill: 'var(--_edge)',
        inset: 0.25,
      }),
      plot.ruleX(within, { y1: bottom, y2: bottom / 4, stroke: 'var(--_group-1)', strokeWidth: 1 }),
      plot.ruleY([0], { stroke: 'var(--_ink-soft)' }),
    ],
  });
}

/** How often scales of each size are there, on a logarithmic axis. */
export function scaleHistogram(plot: Plot, { bins }: ScaleSummary, width: number): SVGSVGElement {
  const ratio = bins.to / bins.from;
  const bars = logarithmicBars(bins);
  const most = Math.max(1, ...bins.counts);
  const [low, high] = ratio > 1.05 ? [bins.from, bins.to] : [bins.from / 1.5, bins.to * 1.5];
  return draw(plot, {
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 12,
    x: {
      type: 'log',
      domain: [low, high],
      label: 'scale',
      ticks: logTicks(low, high),
      tickFormat: short,
    },
    y: { domain: [0, most], label: 'groups', grid: true, ticks: ticksUpTo(most), tickFormat: '~s' },
    marks: [
      plot.rectY(bars, {
        x1: 'x1',
        x2: 'x2',
        y1: 0,
        y2: 'count',
        fill: 'var(--_group-2)',
        inset: 0.25,
      }),
      plot.ruleY([0], { stroke: 'var(--_ink-soft)' }),
    ],
  });
}

function short(value: number): string {
  return formatFloat(value, 3);
}

function powersUpTo(most: number): number[] {
  return [0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].filter(
    (tick, at) => tick <= most && (most < 1e4 || at % 2 === 0),
  );
}

function ticksUpTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2].map((by) => by * power).find((by) => most / by <= 5) ?? power;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step).filter(
    (tick) => step >= 1 || Number.isInteger(tick),
  );
}

/** 1, 2, 5 of each power of ten; over many decades, powers only. */
function logTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const factors =
    decades > 3 ? [1] : decades > 1 ? [1, 3] : decades > 0.5 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const factor of factors) {
      const tick = Number(`${factor}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
