import { parseArgs } from 'node:util';
import { DEFAULTS } from './suite/suite.mjs';

const HELP = `Options, lists with commas:
  --weights 16777216,65536   sizes of the tensor
  --groups 32,256            group sizes
  --only "simd,limit simd"   contenders: ${DEFAULTS.only.map((n) => n.replace(', ', ' ')).join(' · ')}
  --operations errors,codes  of ${DEFAULTS.operations.join(', ')}
  --rounds 15                interleaved rounds
  --cold                     no untimed run before each timed one: what others did is in the caches
  --json file                where the results go (default: bench/results/, not with the others)`;

const list = (text) => text.split(',').map((each) => each.trim());

// What each option is read as; one that is left out has its default.
const READERS = {
  weights: (text) => list(text).map(Number),
  groups: (text) => list(text).map(Number),
  only: (text) => list(text).map((name) => name.replace(/^limit /, 'limit, ')),
  operations: list,
  rounds: Number,
  json: (text) => text,
};

/** @param {string[]} args */
export function parseOptions(args) {
  const { cold, ...texts } = read(args);
  const given = Object.entries(texts).map(([name, text]) => [name, READERS[name](text)]);
  const options = { ...DEFAULTS, ...(cold && { warm: false }), ...Object.fromEntries(given) };
  const unknown = options.only.filter((name) => !DEFAULTS.only.includes(name));
  if (unknown.length > 0) throw new Error(`no contender ${unknown.join(', ')}\n${HELP}`);
  const isWhole = !cold && Object.keys(texts).every((name) => ['rounds', 'json'].includes(name));
  return { ...options, isWhole };
}

function read(args) {
  const text = { type: 'string' };
  const texts = Object.fromEntries(Object.keys(READERS).map((name) => [name, text]));
  try {
    return parseArgs({ args, options: { ...texts, cold: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Error(`${error.message}\n${HELP}`);
  }
}
