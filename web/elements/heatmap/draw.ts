import type { Cut } from '../raster/groups.ts';
import { groupOf, groupRange } from '../raster/groups.ts';
import type { Sheet } from '../raster/image-grid.ts';
import { aspectOf, type View } from '../raster/view.ts';
import type { Picture } from './pictures.ts';

/** The colours drawn with, as the theme has them. */
export interface Inks {
  readonly ink: string;
  readonly edge: string;
  readonly ground: string;
}

export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  /** Of the canvas, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Canvas pixels to a CSS pixel. */
  readonly density: number;
  readonly view: View;
  readonly sheet: Sheet;
  readonly inks: Inks;
}

/** Canvas pixels to a weight. */
export function cellSize({ width, view }: Pick<Drawing, 'width' | 'view'>): number {
  return width / view.across;
}

/** Draws pictures where their part of the sheet is now. */
export function drawPictures(drawing: Drawing, pictures: readonly Picture[]): void {
  const { context, width, height, view, sheet } = drawing;
  context.clearRect(0, 0, width, height);
  context.imageSmoothingEnabled = false;
  const size = cellSize(drawing);
  for (const { canvas, of } of pictures) {
    if (of.sheet.columns !== sheet.columns || of.sheet.length !== sheet.length) continue;
    const wide = of.view.across * size;
    const left = (of.view.column - view.column) * size;
    const top = (of.view.line - view.line) * size;
    const high = wide * aspectOf(of.sheet);
    context.clearRect(left, top, wide, high);
    context.drawImage(canvas, left, top, wide, high);
  }
}

/** Groups are drawn from this many CSS pixels a weight on. */
const GRID_FROM = 3;

/** Lines between neighbours that belong to different groups. */
export function drawGroups(drawing: Drawing, cut: Cut): void {
  const { context, height, view, sheet, density, inks } = drawing;
  const size = cellSize(drawing);
  if (size < GRID_FROM * density) return;
  const firstColumn = Math.max(0, Math.floor(view.column));
  const endColumn = Math.min(sheet.columns, Math.ceil(view.column + view.across));
  const firstLine = Math.max(0, Math.floor(view.line));
  const endLine = Math.min(sheet.lines, Math.ceil(view.line + height / size));
  context.beginPath();
  for (let line = firstLine; line < endLine; line += 1) {
    const y = Math.round((line - view.line) * size);
    const nextY = Math.round((line + 1 - view.line) * size);
    for (let column = firstColumn; column < endColumn; column += 1) {
      const index = line * sheet.columns + column;
      if (index >= sheet.length) break;
      const group = groupOf(cut, index);
      const x = Math.round((column - view.column) * size);
      if (column > 0 && groupOf(cut, index - 1) !== group) {
        context.moveTo(x, y);
        context.lineTo(x, nextY);
      }
      if (line > 0 && groupOf(cut, index - sheet.columns) !== group) {
        context.moveTo(x, y);
        context.lineTo(Math.round((column + 1 - view.column) * size), y);
      }
    }
  }
  context.strokeStyle = inks.edge;
  context.lineWidth = size > 12 * density ? 2 * density : density;
  context.stroke();
}

/** Of larger groups no outline is drawn: it would be most of the picture. */
const MOST_OUTLINED_LINES = 64;

/** Marks a weight, and the group it is in. */
export function drawCursor(drawing: Drawing, cut: Cut, index: number): void {
  const { sheet, density } = drawing;
  const size = cellSize(drawing);
  const [start, end] = groupRange(cut, groupOf(cut, index));
  const firstLine = Math.floor(start / sheet.columns);
  const lastLine = Math.floor((end - 1) / sheet.columns);
  if (lastLine - firstLine < MOST_OUTLINED_LINES) {
    for (let line = firstLine; line <= lastLine; line += 1) {
      const from = Math.max(start, line * sheet.columns) - line * sheet.columns;
      const to = Math.min(end, (line + 1) * sheet.columns) - line * sheet.columns;
      outline(drawing, from, line, to - from, 0);
    }
  }
  const line = Math.floor(index / sheet.columns);
  const column = index - line * sheet.columns;
  outline(drawing, column, line, 1, Math.max(0, 7 * density - size) / 2);
}

/** A frame that shows on every colour: ink inside ground. */
function outline(
  { context, width, view, density, inks }: Drawing,
  column: number,
  line: number,
  columns: number,
  grow: number,
): void {
  const size = width / view.across;
  const x = (column - view.column) * size - grow;
  const y = (line - view.line) * size - grow;
  const wide = columns * size + 2 * grow;
  const high = size + 2 * grow;
  for (const [style, thick] of [
    [inks.ground, 4 * density],
    [inks.ink, 2 * density],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = thick;
    context.strokeRect(x, y, wide, high);
  }
}
