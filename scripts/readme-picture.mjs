// `npm run picture`: draws docs/group-to-codes.svg, the README's picture, with the numbers that the
// built package computes for the fourth worked example.
import { writeFile } from 'node:fs/promises';
import { createQuantizer } from 'groupwise';

const weights = Float32Array.of(10.5, -8.2, 9.1, -7.8, 0.001, -0.002, 0.0015, -0.0008);
const quantizer = await createQuantizer();
const groups = quantizer.trace(weights, { groupSize: 4 });
const oneScale = quantizer.quantize(weights, { groupSize: 'tensor' });
quantizer.dispose();

const cell = { width: 88, height: 34 };
const left = 132;
const groupGap = 28;
const rows = { weights: 8, scale: 74, codes: 110, recovered: 160, oneScale: 222 };
const width = left + 8 * cell.width + groupGap + 16;
const height = 286;

const x = (index) => left + index * cell.width + (index >= 4 ? groupGap : 0);
const digits = (value, count) => String(Number(value.toPrecision(count))).replace('-', '−');
const text = (at, y, content, kind) => `<text class="${kind}" x="${at}" y="${y}">${content}</text>`;

function cells(y, values, kind) {
  return values.map(
    (value, i) =>
      `<rect class="${kind}" x="${x(i) + 2}" y="${y}" width="${cell.width - 4}" height="${cell.height}" rx="4"/>` +
      text(x(i) + cell.width / 2, y + 22, value, 'number'),
  );
}

function bracket(group, g) {
  const from = x(g * 4) + 2;
  const to = x(g * 4 + 3) + cell.width - 2;
  const y = rows.weights + cell.height + 8;
  const scale = `group ${g + 1}: scale = ${digits(group.absmax, 4)} / 127 = ${digits(group.scale, 4)}`;
  return (
    `<path class="bracket" d="M${from} ${y}v6H${to}v-6"/>` +
    text((from + to) / 2, rows.scale + 12, scale, 'label')
  );
}

const all = (key, format) => groups.flatMap((group) => Array.from(group[key], format));
const lost = oneScale.codes.filter((code, i) => code === 0 && weights[i] !== 0).length;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Eight weights in two groups of four: each group has its own scale, each weight becomes an 8-bit code, and code times scale gives nearly the weight back. With one scale for all, ${lost} of them become 0.</title>
<style>
text { font-family: system-ui, sans-serif; font-size: 14px; fill: #1b1f24 }
.number { font-family: ui-monospace, monospace; text-anchor: middle }
.label { text-anchor: middle; font-size: 13px }
.name { font-weight: 600 }
.note { font-size: 13px; fill: #57606a }
.weight { fill: #f4f1ea } .code { fill: #cfe6f5 } .back { fill: none; stroke: #d0cdc5 } .loss { fill: none; stroke: #a8a29a; stroke-dasharray: 3 3 }
.bracket { fill: none; stroke: #57606a }
@media (prefers-color-scheme: dark) {
text { fill: #e8e6e1 } .note { fill: #a8a5a0 }
.weight { fill: #2a2c30 } .code { fill: #123a52 } .back { stroke: #45474c } .loss { stroke: #6b6d72 } .bracket { stroke: #a8a5a0 }
}
</style>
${text(0, rows.weights + 14, 'weights', 'name')}
${text(0, rows.weights + 32, '4 bytes each', 'note')}
${cells(
  rows.weights,
  Array.from(weights, (w) => digits(w, 4)),
  'weight',
).join('\n')}
${groups.map(bracket).join('\n')}
${text(0, rows.codes + 14, 'codes', 'name')}
${text(0, rows.codes + 32, '1 byte each', 'note')}
${cells(
  rows.codes,
  all('codes', (c) => digits(c, 3)),
  'code',
).join('\n')}
${text(0, rows.recovered + 22, 'code × scale', 'name')}
${cells(
  rows.recovered,
  all('recovered', (r) => digits(r, 3)),
  'back',
).join('\n')}
${text(0, rows.oneScale + 14, 'codes with one', 'name')}
${text(0, rows.oneScale + 32, 'scale for all', 'name')}
${cells(
  rows.oneScale,
  Array.from(oneScale.codes, (c) => digits(c, 3)),
  'loss',
).join('\n')}
${text(x(4) + 2, rows.oneScale + 54, `${lost} weights lost`, 'note')}
</svg>
`;
await writeFile(new URL('../docs/group-to-codes.svg', import.meta.url), svg);
