// Writes the README's figures, between its markers, from bench/results/.
import { readFile, writeFile } from 'node:fs/promises';
import { findRow, provenance, readAll, SHOWN } from './report/shown.mjs';
import { digits, times } from './report/table.mjs';

const groupSizes = [32, 256];
const markers = ['<!-- bench:begin -->', '<!-- bench:end -->'];
const results = await readAll(['node', 'browser']);

const columns = results.flatMap((result) =>
  groupSizes.map((groupSize) => ({
    title: `${result.environment.runtime.replace(/ [\d.]+$/, '')}, groups of ${groupSize}`,
    cell(name, operation) {
      const row = findRow(result, name, operation, groupSize);
      return row ? `${digits(row.ms)} ms, ${digits(row.gbps)} GB/s` : '';
    },
  })),
);

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = [
  line(['4096 × 4096 weights', ...columns.map(({ title }) => title)]),
  line(['---', ...columns.map(() => '---:')]),
  ...SHOWN.map(([name, operation, label]) =>
    line([label, ...columns.map(({ cell }) => cell(name, operation))]),
  ),
].join('\n');

const [first] = results;
const ms = (name, operation) => findRow(first, name, operation, 32)?.ms;
const simd = ms('simd', 'errors');
const { threads } = first.environment;

const picture = `![Bars of the table's speeds, groups of 32](docs/speed.svg)`;
const meaning = `Medians of interleaved runs on one thread (\`threads\`: ${threads}), data in memory: codes, scales and the largest error of each
group; GB/s count bytes read and written. \`simd\` is ${digits(ms('JavaScript', 'errors') / simd, 2)} times as fast as plain JavaScript with the same codes and reaches
${digits((100 * ms('limit, simd', 'narrow')) / simd, 2)} % of the speed of a loop that only reads and writes as many bytes. From a Float32Array to arrays of one's own, with
all copies, it takes ${times(ms('simd', 'end-to-end') / simd)} as long. onnxruntime-web's blocked QuantizeLinear is given the scales and computes no errors.`;
const machine = `${provenance(results).join('. ')}. \`npm run bench\`, \`npm run bench:browser\`, \`npm run bench:native\`.`;

const file = new URL('../README.md', import.meta.url);
const readme = await readFile(file, 'utf8');
const [begin, end] = markers.map((marker) => readme.indexOf(marker));
if (begin < 0 || end < begin) throw new Error(`README.md has no ${markers.join(' … ')}`);
const content = [picture, table, meaning, machine].join('\n\n');
await writeFile(
  file,
  `${readme.slice(0, begin)}${markers[0]}\n\n${content}\n\n${readme.slice(end)}`,
);
