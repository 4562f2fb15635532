import { Pace } from '../raster/pace.ts';

/** Counts between `from` and `to`, in bins of equal width (of the logarithms, where it says so). */
export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  /** How many lie outside. */
  readonly outside: number;
}

/** What a picture of the weights needs to know: for display only, no figure is made from it. */
export interface WeightSummary {
  readonly smallest: number;
  readonly largest: number;
  /** max |weight|. */
  readonly absmax: number;
  /** Eight times the median magnitude (5.4 standard deviations, were they Gaussian): outliers do not move it. */
  readonly typical: number;
  /** From -typical to typical. */
  readonly typicalBins: Bins;
  /** From -absmax to absmax. */
  readonly allBins: Bins;
}

const PIECE = 1 << 18;
/** Odd: zero is the middle of a bin. */
const BIN_COUNT = 81;
const MEDIANS = 8;
/** Bits of a float32 left out when magnitudes are counted: 2^8 classes an octave are left. */
const COARSE = 15;

async function inPieces(
  length: number,
  pace: Pace,
  work: (start: number, end: number) => void,
): Promise<void> {
  for (let start = 0; start < length; start += PIECE) {
    work(start, Math.min(start + PIECE, length));
    if (pace.due) await pace.rest();
  }
}

/** @param weights finite */
export async function summarize(
  weights: Float32Array,
  signal: AbortSignal,
): Promise<WeightSummary> {
  const pace = new Pace(signal);
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  const magnitudes = new Uint32Array(2 ** (31 - COARSE));
  let smallest = 0;
  let largest = 0;
  if (weights.length > 0) smallest = largest = weights[0] as number;
  await inPieces(weights.length, pace, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const weight = weights[index] as number;
      if (weight < smallest) smallest = weight;
      if (weight > largest) largest = weight;
      const magnitude = ((bits[index] as number) & 0x7fffffff) >>> COARSE;
      magnitudes[magnitude] = (magnitudes[magnitude] as number) + 1;
    }
  });
  const absmax = Math.max(-smallest, largest);
  const typical = Math.min(absmax, MEDIANS * median(magnitudes, weights.length)) || absmax;
  const typicalCounts = new Float64Array(BIN_COUNT);
  const allCounts = new Float64Array(BIN_COUNT);
  let outside = 0;
  await inPieces(weights.length, pace, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const weight = weights[index] as number;
      if (weight < -typical || weight > typical) outside += 1;
      else count(typicalCounts, weight, typical);
      count(allCounts, weight, absmax);
    }
  });
  return {
    smallest,
    largest,
    absmax,
    typical,
    typicalBins: { from: -typical, to: typical, counts: [...typicalCounts], outside },
    allBins: { from: -absmax, to: absmax, counts: [...allCounts], outside: 0 },
  };
}

function count(counts: Float64Array, weight: number, limit: number): void {
  const share = limit > 0 ? (weight / limit + 1) / 2 : 0.5;
  const bin = Math.min(BIN_COUNT - 1, Math.floor(share * BIN_COUNT));
  counts[bin] = (counts[bin] as number) + 1;
}

/** The upper end of the class of magnitudes that the median lies in; 0 where most weights are 0. */
function median(magnitudes: Uint32Array, length: number): number {
  let seen = 0;
  for (let magnitude = 0; magnitude < magnitudes.length; magnitude += 1) {
    seen += magnitudes[magnitude] as number;
    if (seen >= length / 2) {
      if (magnitude === 0) return 0;
      return new Float32Array(Uint32Array.of((magnitude + 1) * 2 ** COARSE).buffer)[0] as number;
    }
  }
  return 0;
}

/** The scales of groups, counted in bins of equal width of their logarithms. */
export interface ScaleSummary {
  readonly count: number;
  readonly smallest: number;
  readonly largest: number;
  readonly bins: Bins;
}

const SCALE_BINS = 48;

export async function summarizeScales(
  scales: Float32Array,
  signal: AbortSignal,
): Promise<ScaleSummary> {
  const pace = new Pace(signal);
  let smallest = scales[0] ?? 1;
  let largest = smallest;
  await inPieces(scales.length, pace, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const scale = scales[index] as number;
      if (scale < smallest) smallest = scale;
      if (scale > largest) largest = scale;
    }
  });
  const counts = new Float64Array(SCALE_BINS);
  const from = Math.log10(smallest);
  const width = (Math.log10(largest) - from) / SCALE_BINS;
  await inPieces(scales.length, pace, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const place = width > 0 ? (Math.log10(scales[index] as number) - from) / width : 0;
      const bin = Math.min(SCALE_BINS - 1, Math.max(0, Math.floor(place)));
      counts[bin] = (counts[bin] as number) + 1;
    }
  });
  return {
    count: scales.length,
    smallest,
    largest,
    bins: { from: smallest, to: largest, counts: [...counts], outside: 0 },
  };
}
