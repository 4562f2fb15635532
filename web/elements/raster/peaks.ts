import type { Sheet } from './image-grid.ts';
import type { Pace } from './pace.ts';
import type { View } from './view.ts';

/** What a heat map can show of every weight. */
export type Layer = 'weights' | 'recovered' | 'error';

export interface Layers {
  readonly weights: Float32Array;
  readonly recovered: Float32Array;
}

/** A picture to make: what part of which sheet, on how many pixels. */
export interface Frame {
  readonly sheet: Sheet;
  readonly view: View;
  readonly width: number;
  readonly height: number;
}

/**
 * For each pixel the value of largest magnitude among the weights under it, signed; NaN where there is none. The error,
 * recovered - weight, is taken here for its colour only: the figures are the library's.
 */
export async function peaksOf(
  layer: Layer,
  { weights, recovered }: Layers,
  { sheet, view, width, height }: Frame,
  pace: Pace,
): Promise<Float32Array> {
  const peaks = new Float32Array(width * height).fill(Number.NaN);
  const scale = view.across / width;
  const columns = bounds(width, view.column, scale, sheet.columns);
  const lines = bounds(height, view.line, scale, sheet.lines);
  const values = layer === 'recovered' ? recovered : weights;
  const minus = layer === 'error' ? recovered : null;
  for (let y = 0; y < height; y += 1) {
    if (pace.due) await pace.rest();
    const firstLine = lines.first[y] as number;
    const endLine = lines.end[y] as number;
    for (let line = firstLine; line < endLine; line += 1) {
      const lineStart = line * sheet.columns;
      const room = Math.min(sheet.columns, sheet.length - lineStart);
      peaksOfLine(values, minus, lineStart, room, columns, peaks, y * width, width);
    }
  }
  return peaks;
}

interface Bounds {
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/** The weights under each pixel: those its middle half touches, at least one; none outside the sheet. */
function bounds(pixels: number, edge: number, scale: number, count: number): Bounds {
  const first = new Int32Array(pixels);
  const end = new Int32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    const from = edge + pixel * scale;
    const begin = scale > 1 ? Math.ceil(from - 1e-9) : Math.floor(from + scale / 2);
    const stop = scale > 1 ? Math.ceil(from + scale - 1e-9) : begin + 1;
    first[pixel] = Math.min(count, Math.max(0, begin));
    end[pixel] = Math.min(count, Math.max(0, stop));
  }
  return { first, end };
}

function peaksOfLine(
  values: Float32Array,
  minus: Float32Array | null,
  lineStart: number,
  room: number,
  columns: Bounds,
  peaks: Float32Array,
  at: number,
  width: number,
): void {
  for (let x = 0; x < width; x += 1) {
    const stop = Math.min(room, columns.end[x] as number);
    const begin = columns.first[x] as number;
    if (begin >= stop) continue;
    let peak = peaks[at + x] as number;
    let size = Number.isNaN(peak) ? -1 : Math.abs(peak);
    for (let index = lineStart + begin; index < lineStart + stop; index += 1) {
      const value =
        minus === null
          ? (values[index] as number)
          : (minus[index] as number) - (values[index] as number);
      const magnitude = Math.abs(value);
      if (magnitude > size) {
        size = magnitude;
        peak = value;
      }
    }
    peaks[at + x] = peak;
  }
}
