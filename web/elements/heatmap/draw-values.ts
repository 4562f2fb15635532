import { errorStep, signedStep } from '../raster/paint.ts';
import { isDark, type Palette, rgbOf } from '../raster/palette.ts';
import type { Layer } from '../raster/peaks.ts';
import type { CellValues } from '../tensors/protocol.ts';
import { formatFloat } from '../text/format.ts';
import { cellSize, type Drawing } from './draw.ts';

/** Numbers are written into squares of at least this many CSS pixels. */
const VALUES_FROM = 46;

const FONT_PX = 11;
/** A monospaced character's width, by the font's size. */
const CHARACTER = 0.61;

/** Three digits, or as many as there is room for. */
function fitting(value: number, room: number): string {
  const texts = [3, 2, 1].map((digits) => formatFloat(value, digits));
  return texts.find((text) => text.length * FONT_PX * CHARACTER < room - 4) ?? '…';
}

export interface Written {
  readonly layer: Layer;
  readonly cells: CellValues;
  readonly palette: Palette;
  readonly limit: number;
}

/** Writes the values into their squares; with the recovered weights their codes. The exact values are in the readout. */
export function drawValues(drawing: Drawing, { layer, cells, palette, limit }: Written): void {
  const { context, view, sheet, density } = drawing;
  const size = cellSize(drawing);
  if (size < VALUES_FROM * density) return;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let at = 0; at < cells.weights.length; at += 1) {
    const column = cells.column + (at % cells.columns);
    const line = cells.line + Math.floor(at / cells.columns);
    if (line * sheet.columns + column >= sheet.length) continue;
    const weight = cells.weights[at] as number;
    const recovered = cells.recovered[at] as number;
    const value = { weights: weight, recovered, error: recovered - weight }[layer];
    const pixel =
      layer === 'error'
        ? palette.error[errorStep(value, limit)]
        : (value < 0 ? palette.negative : palette.positive)[signedStep(value, limit)];
    context.fillStyle = isDark(rgbOf(pixel as number)) ? '#ffffff' : '#14171a';
    const x = (column - view.column + 0.5) * size;
    const y = (line - view.line + 0.5) * size;
    const withCode = layer === 'recovered';
    context.font = `${FONT_PX * density}px ui-monospace, Menlo, Consolas, monospace`;
    context.fillText(fitting(value, size / density), x, withCode ? y - 8 * density : y);
    if (withCode) context.fillText(`code ${cells.codes[at]}`, x, y + 8 * density);
  }
}
