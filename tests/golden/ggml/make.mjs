// Writes weights.txt, or checks that it is what this file makes, and for each named format (or all
// that have a file here) the vectors that ggml computes from it: node make.mjs [--check] [formats]
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ggmlOracle } from './oracle.mjs';
import { weightCases } from './weights.mjs';

const fileOf = (name) => new URL(`${name}.txt`, import.meta.url);

const hex = (floats) =>
  Array.from(new Uint32Array(floats.buffer, floats.byteOffset, floats.length), (bits) =>
    bits.toString(16).padStart(8, '0'),
  ).join(' ');

const floatsOf = (bytes) => new Float32Array(Uint8Array.from(bytes).buffer);

function weightsText() {
  return weightCases()
    .map(({ name, weights }) => `case ${name}\nweights ${hex(weights)}\nend\n`)
    .join('\n');
}

// A block that ggml writes and then refuses to load is an error of ours, which names the block.
function formatCase(oracle, format, { name, weights }) {
  const bytes = oracle.quantize(format, weights);
  const [refused] = oracle.refused(format, bytes);
  const lines =
    refused === undefined
      ? [`recovered ${hex(floatsOf(oracle.dequantize(format, bytes)))}`]
      : [`error scale-overflow block ${refused}`];
  return [`case ${name}`, `bytes ${bytes.toString('hex')}`, ...lines, 'end', ''].join('\n');
}

const checking = process.argv.includes('--check');
const named = process.argv.slice(2).filter((word) => word !== '--check');
const present = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.txt') && file !== 'weights.txt')
  .map((file) => file.slice(0, -'.txt'.length));

const oracle = await ggmlOracle();
const texts = { weights: weightsText() };
for (const format of named.length > 0 ? named : present) {
  texts[format] = weightCases()
    .map((weightCase) => formatCase(oracle, format, weightCase))
    .join('\n');
}
const different = Object.keys(texts).filter(
  (name) => !existsSync(fileOf(name)) || readFileSync(fileOf(name), 'utf8') !== texts[name],
);
if (checking && different.length > 0) {
  console.error(`ggml ${oracle.version} gives other vectors: ${different.join(', ')}`);
  process.exit(1);
}
for (const name of different) writeFileSync(fileOf(name), texts[name]);
console.log(`ggml ${oracle.version}: ${different.length} of ${Object.keys(texts).length} written`);
