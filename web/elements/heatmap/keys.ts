import type { Sheet } from '../raster/image-grid.ts';
import { aspectOf, panView, type View, wholeView, zoomView } from '../raster/view.ts';

export interface KeyMove {
  readonly view?: View;
  /** Index of the weight to mark. */
  readonly cursor?: number;
}

const ZOOM = 1.6;
/** Steps of the marked weight across a map, at most: zoomed out, it moves by several weights. */
const STEPS_ACROSS = 64;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * What a key does: arrows move the mark (with Shift the view), Home and End go to the ends of the line, + and - zoom about the
 * mark, 0 shows everything. Null: nothing.
 */
export function keyMove(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  view: View,
  sheet: Sheet,
  cursor: number | null,
): KeyMove | null {
  if (sheet.length === 0) return null;
  const place = cursor ?? middleOf(view, sheet);
  const line = Math.floor(place / sheet.columns);
  const column = place - line * sheet.columns;
  const arrow = ARROWS[key];
  if (arrow && shiftKey) return { view: panView(view, sheet, arrow[0] / 4, arrow[1] / 4) };
  if (arrow) {
    if (cursor === null) return { cursor: place };
    const step = Math.max(1, Math.round(view.across / STEPS_ACROSS));
    return { cursor: indexNear(sheet, column + arrow[0] * step, line + arrow[1] * step) };
  }
  switch (key) {
    case 'Home':
      return { cursor: indexNear(sheet, 0, line) };
    case 'End':
      return { cursor: indexNear(sheet, sheet.columns - 1, line) };
    case '+':
    case '=':
      return { view: zoomAt(view, sheet, ZOOM, column, line), cursor: place };
    case '-':
      return { view: zoomAt(view, sheet, 1 / ZOOM, column, line), cursor: place };
    case '0':
      return { view: wholeView(sheet) };
    default:
      return null;
  }
}

function zoomAt(view: View, sheet: Sheet, factor: number, column: number, line: number): View {
  const share = (value: number): number => Math.min(1, Math.max(0, value));
  return zoomView(
    view,
    sheet,
    factor,
    share((column + 0.5 - view.column) / view.across),
    share((line + 0.5 - view.line) / (view.across * aspectOf(sheet))),
  );
}

function middleOf({ column, line, across }: View, sheet: Sheet): number {
  return indexNear(
    sheet,
    Math.floor(column + across / 2),
    Math.floor(line + (across * aspectOf(sheet)) / 2),
  );
}

function indexNear(sheet: Sheet, column: number, line: number): number {
  const inColumn = Math.min(sheet.columns - 1, Math.max(0, column));
  const inLine = Math.min(sheet.lines - 1, Math.max(0, line));
  return Math.min(sheet.length - 1, inLine * sheet.columns + inColumn);
}
