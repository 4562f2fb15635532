import { quoted } from 'groupwise/options';
import type { TextForm } from '../text/parsed.ts';
import type { Sheet } from './image-grid.ts';

/** The part of a sheet that a picture shows. One weight is a square. */
export interface View {
  /** At the left edge; a fraction is a part of a weight. */
  readonly column: number;
  /** At the upper edge. */
  readonly line: number;
  /** Weights across the width. */
  readonly across: number;
}

/** Fewer weights across are not shown: larger squares would not tell more. */
const FEWEST_ACROSS = 4;

/** Height of the picture by its width. */
export function aspectOf({ lines, columns }: Pick<Sheet, 'lines' | 'columns'>): number {
  return Math.min(1, Math.max(0.25, lines / columns));
}

/** All of the sheet, in the middle. */
export function wholeView(sheet: Sheet): View {
  const aspect = aspectOf(sheet);
  const across = Math.max(sheet.columns, sheet.lines / aspect);
  return clampView({ column: 0, line: 0, across }, sheet);
}

/** The nearest view that shows no more emptiness than it must. */
export function clampView(view: View, sheet: Sheet): View {
  const aspect = aspectOf(sheet);
  const most = Math.max(sheet.columns, sheet.lines / aspect, 1);
  const across = Math.min(most, Math.max(Math.min(FEWEST_ACROSS, most), view.across));
  return {
    across,
    column: clampEdge(view.column, across, sheet.columns),
    line: clampEdge(view.line, across * aspect, sheet.lines),
  };
}

function clampEdge(edge: number, shown: number, whole: number): number {
  if (shown >= whole) return (whole - shown) / 2;
  return Math.min(whole - shown, Math.max(0, edge));
}

/** Zooms by a factor (above 1: in), with the point at the given shares of width and height staying in place. */
export function zoomView(view: View, sheet: Sheet, factor: number, x = 0.5, y = 0.5): View {
  const { across } = clampView({ ...view, across: view.across / factor }, sheet);
  const aspect = aspectOf(sheet);
  return clampView(
    {
      across,
      column: view.column + x * (view.across - across),
      line: view.line + y * (view.across - across) * aspect,
    },
    sheet,
  );
}

/** Moves by shares of the width. */
export function panView(view: View, sheet: Sheet, x: number, y: number): View {
  const { across } = view;
  return clampView(
    { across, column: view.column + x * across, line: view.line + y * across },
    sheet,
  );
}

/** The least move that brings a place into view. */
export function revealPlace(view: View, sheet: Sheet, column: number, line: number): View {
  const down = view.across * aspectOf(sheet);
  const into = (edge: number, shown: number, at: number): number =>
    at < edge ? at : at + 1 > edge + shown ? at + 1 - shown : edge;
  return clampView(
    {
      across: view.across,
      column: into(view.column, view.across, column),
      line: into(view.line, down, line),
    },
    sheet,
  );
}

/** The weight at shares of width and height, or null where there is none. */
export function weightAt(view: View, sheet: Sheet, x: number, y: number): number | null {
  const column = Math.floor(view.column + x * view.across);
  const line = Math.floor(view.line + y * view.across * aspectOf(sheet));
  if (column < 0 || line < 0 || column >= sheet.columns || line >= sheet.lines) return null;
  const index = line * sheet.columns + column;
  return index < sheet.length ? index : null;
}

export function isWhole(view: View, sheet: Sheet): boolean {
  return view.across >= wholeView(sheet).across;
}

const rounded = (value: number): number => Number(value.toFixed(3));

/** `column line across`. */
export const viewText: TextForm<View> = {
  read(text) {
    const parts = text.trim().split(/[\s,]+/);
    const [column = Number.NaN, line = Number.NaN, across = Number.NaN] = parts.map(Number);
    return parts.length === 3 && [column, line, across].every(Number.isFinite) && across > 0
      ? { value: { column, line, across } }
      : { problem: `${quoted(text)} is not a view: column, line and weights across` };
  },
  write: ({ column, line, across }) => `${rounded(column)} ${rounded(line)} ${rounded(across)}`,
};
