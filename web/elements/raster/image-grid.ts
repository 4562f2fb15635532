/** How the weights of a tensor are laid out as a picture: in their order, in lines of `columns`. */
export interface Sheet {
  readonly columns: number;
  readonly lines: number;
  readonly length: number;
  /** Lines a row of the tensor takes: below 1, several rows share a line. */
  readonly linesPerRow: number;
}

/** Longer or taller than this, a tensor is folded, so that it can be seen as a whole. */
const MOST_UNEQUAL = 4;
const FOLDED_FROM = 256;

/** A row of the tensor is a line, unless that would make a thread of it. */
export function sheetOf(length: number, rowLength: number): Sheet {
  const rows = rowLength > 0 ? length / rowLength : 0;
  const ratio = rowLength / Math.max(1, rows);
  if (length < FOLDED_FROM || (ratio <= MOST_UNEQUAL && ratio >= 1 / MOST_UNEQUAL)) {
    return sheet(length, Math.max(1, rowLength), rowLength);
  }
  const side = Math.sqrt(length);
  if (ratio < 1) return sheet(length, rowLength * Math.round(side / rowLength), rowLength);
  return sheet(length, partOf(rowLength, side), rowLength);
}

function sheet(length: number, columns: number, rowLength: number): Sheet {
  const lines = Math.ceil(length / columns);
  return { columns, lines, length, linesPerRow: rowLength / columns };
}

/** A divisor of the row's length near `side`; where there is none, `side` itself. */
function partOf(rowLength: number, side: number): number {
  let best = Math.round(side);
  let distance = 2;
  for (let parts = Math.ceil(rowLength / (2 * side)); parts <= (2 * rowLength) / side; parts += 1) {
    const part = rowLength / parts;
    if (!Number.isInteger(part)) continue;
    const unequal = Math.max(part / side, side / part);
    if (unequal < distance) {
      distance = unequal;
      best = part;
    }
  }
  return best;
}

/** In words, where lines are not rows; else null. */
export function foldNote({ linesPerRow, columns }: Sheet): string | null {
  if (linesPerRow === 1) return null;
  if (linesPerRow < 1) return `Each line of the picture is ${Math.round(1 / linesPerRow)} rows.`;
  return Number.isInteger(linesPerRow)
    ? `Each row is folded into ${linesPerRow} lines of the picture.`
    : `Each line of the picture is ${columns} weights of a longer row.`;
}
