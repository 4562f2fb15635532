import { formatFloat } from '../format.ts';
import type { CellValues } from '../tensors/protocol.ts';
import { cellSize, type Drawing } from './draw.ts';
import { errorStep, signedStep } from './paint.ts';
import { isDark, type Palette, rgbOf } from './palette.ts';
import type { Layer } from './peaks.ts';

/** Numbers are written into squares of at least this many CSS pixels. */
const VALUES_FROM = 46;

export interface Written {
  readonly layer: Layer;
  readonly cells: CellValues;
  readonly palette: Palette;
  readonly limit: number;
}

/** Writes the values into their squares; with the recovered weights their codes. Three digits: the exact ones are below. */
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
    context.font = `${11 * density}px ui-monospace, Menlo, Consolas, monospace`;
    context.fillText(formatFloat(value, 3), x, withCode ? y - 8 * density : y);
    if (withCode) context.fillText(`code ${cells.codes[at]}`, x, y + 8 * density);
  }
}
