import type { Frame, Layers } from '../raster/peaks.ts';
import type { CellValues } from './protocol.ts';

/** More are not written into their squares. */
const MOST_CELLS = 1024;

/** The values of the weights in view, where they are few. */
export function cellValues(
  { sheet, view, width, height }: Frame,
  { weights, recovered, codes }: Layers & { readonly codes: Int8Array },
): CellValues | null {
  const column = Math.max(0, Math.floor(view.column));
  const line = Math.max(0, Math.floor(view.line));
  const columns = Math.min(sheet.columns, Math.ceil(view.column + view.across)) - column;
  const down = (view.across * height) / width;
  const lines = Math.min(sheet.lines, Math.ceil(view.line + down)) - line;
  if (columns <= 0 || lines <= 0 || columns * lines > MOST_CELLS) return null;
  const take = <Values extends Float32Array | Int8Array>(from: Values, into: Values): Values => {
    for (let at = 0; at < lines; at += 1) {
      const start = (line + at) * sheet.columns + column;
      into.set(from.subarray(start, Math.min(start + columns, sheet.length)), at * columns);
    }
    return into;
  };
  const count = columns * lines;
  return {
    column,
    line,
    columns,
    lines,
    weights: take(weights, new Float32Array(count)),
    recovered: take(recovered, new Float32Array(count)),
    codes: take(codes, new Int8Array(count)),
  };
}
