/** How a tensor is cut: rows into groups, the last of a row perhaps shorter. */
export interface Cut {
  readonly length: number;
  readonly groupSize: number;
  readonly rowLength: number;
}

/** The group that a weight belongs to; groups never cross a row. */
export function groupOf({ groupSize, rowLength }: Cut, index: number): number {
  const row = Math.floor(index / rowLength);
  const perRow = Math.ceil(rowLength / groupSize);
  return row * perRow + Math.floor((index - row * rowLength) / groupSize);
}

/** The weights of a group: the first, and the one after the last. */
export function groupRange(
  { groupSize, rowLength }: Cut,
  group: number,
): readonly [start: number, end: number] {
  const perRow = Math.ceil(rowLength / groupSize);
  const row = Math.floor(group / perRow);
  const start = row * rowLength + (group - row * perRow) * groupSize;
  return [start, Math.min(start + groupSize, (row + 1) * rowLength)];
}
