// npm run bench:chart: draws docs/speed.svg, the README's chart, from bench/results/.
import { writeFile } from 'node:fs/promises';
import { findRow, provenance, readAll, SHOWN } from './report/shown.mjs';
import { digits } from './report/table.mjs';

const groupSize = 32;
const results = await readAll(['node', 'browser']);

const left = 236;
const right = 700;
const width = 880;
const bar = 15;
const rowHeight = results.length * (bar + 2) + 14;
const top = 66;
const bottom = top + SHOWN.length * rowHeight;
const height = bottom + 52;

const measured = SHOWN.map(([name, operation, label]) => ({
  name,
  label,
  rows: results.map((result) => findRow(result, name, operation, groupSize)),
}));
const most = Math.max(...measured.flatMap(({ rows }) => rows.map((row) => row?.gbps ?? 0)));

const escaped = (content) => content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x, y, content, kind = '') =>
  `<text class="${kind}" x="${x}" y="${y}">${escaped(content)}</text>`;
const kindOf = (name) => {
  if (name.startsWith('limit')) return 'limit';
  return name === 'simd' || name === 'threads' ? 'own' : 'peer';
};

function barOf(row, y, kind, runtime) {
  if (row === undefined) return text(left, y + 12, 'not measured', 'note');
  const length = Math.max(1, ((right - left) * row.gbps) / most).toFixed(1);
  return (
    `<rect class="${kind} runtime-${runtime}" x="${left}" y="${y}" width="${length}" height="${bar}"/>` +
    text(
      left + Number(length) + 6,
      y + 12,
      `${digits(row.gbps)} GB/s, ${digits(row.ms)} ms`,
      'value',
    )
  );
}

const rows = measured.map(({ name, label, rows: perRuntime }, i) => {
  const y = top + i * rowHeight;
  const bars = perRuntime.map((row, r) => barOf(row, y + r * (bar + 2), kindOf(name), r));
  const middle = y + (results.length * (bar + 2)) / 2 + 4;
  return `<text class="label" x="${left - 10}" y="${middle}">${label}</text>\n${bars.join('\n')}`;
});

const runtimes = results.map(({ environment }) => environment.runtime.replace(/ [\d.]+$/, ''));
const title = 'Quantizing 4096 × 4096 float32 weights to int8, groups of 32';
const spoken = measured.map(({ label, rows: [row] }) => `${label}: ${digits(row.gbps)} GB/s`);
const key = runtimes.length > 1 ? `; above ${runtimes[0]}, below ${runtimes[1]}` : '';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${title}. ${spoken.join(', ')} (${runtimes[0]}).</title>
<style>
text { font-family: system-ui, sans-serif; font-size: 13px; fill: #1b1f24 }
.title { font-size: 15px; font-weight: 600 }
.label { text-anchor: end }
.value { font-variant-numeric: tabular-nums }
.note { font-size: 12px; fill: #57606a }
.own { fill: #0068a6 } .peer { fill: #8a8a83 } .limit { fill: none; stroke: #8a8a83; stroke-dasharray: 3 3 }
.runtime-1 { opacity: 0.62 }
@media (prefers-color-scheme: dark) {
text { fill: #e8e6e1 } .note { fill: #a8a5a0 }
.own { fill: #6fb9ea } .peer { fill: #757b82 } .limit { stroke: #a8a5a0 }
}
</style>
${text(0, 20, title, 'title')}
${text(0, 40, `GB read and written a second, on data in memory, longer is faster${key}`, 'note')}
${rows.join('\n')}
${provenance(results)
  .map((line, i) => text(0, bottom + 16 + 18 * i, line, 'note'))
  .join('\n')}
</svg>
`;
await writeFile(new URL('../docs/speed.svg', import.meta.url), svg);
