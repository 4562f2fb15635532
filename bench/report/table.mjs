/** Columns as wide as their widest cell; all but the first to the right. */
export function table(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, i) => Math.max(...all.map((line) => line[i].length)));
  const row = (line) =>
    line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ');
  return [row(head), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.map(row)].join(
    '\n',
  );
}

export const digits = (number, count = 3) =>
  number >= 10 ** (count - 1) ? number.toFixed(0) : number.toPrecision(count);

export const times = (number) => `${digits(number)}x`;
