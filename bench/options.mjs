import { DEFAULTS } from './suite/suite.mjs';

const HELP = `Options, lists with commas:
  --weights 16777216,65536   sizes of the tensor
  --groups 32,256            group sizes
  --only "simd,limit simd"   contenders: ${DEFAULTS.only.map((n) => n.replace(', ', ' ')).join(' · ')}
  --operations errors,codes  of ${DEFAULTS.operations.join(', ')}
  --rounds 15                interleaved rounds
  --cold                     no untimed run before each timed one: what others did is in the caches
  --json file                where the results go (default: bench/results/, not with the others)`;

/** @param {string[]} args */
export function parseOptions(args) {
  const options = { ...DEFAULTS, json: undefined };
  for (let i = 0; i < args.length; i += 2) {
    if (args[i] === '--cold') {
      options.warm = false;
      i -= 1;
      continue;
    }
    const name = args[i].slice(2);
    const value = args[i + 1];
    const list = () => value.split(',').map((text) => text.trim());
    if (value === undefined || !args[i].startsWith('--')) throw new Error(HELP);
    if (name === 'weights' || name === 'groups') options[name] = list().map(Number);
    else if (name === 'operations') options.operations = list();
    else if (name === 'only') options.only = list().map((n) => n.replace(/^limit /, 'limit, '));
    else if (name === 'rounds') options.rounds = Number(value);
    else if (name === 'json') options.json = value;
    else throw new Error(HELP);
  }
  const unknown = options.only.filter((name) => !DEFAULTS.only.includes(name));
  if (unknown.length > 0) throw new Error(`no contender ${unknown.join(', ')}\n${HELP}`);
  const isWhole = args.every(
    (arg) => !arg.startsWith('--') || ['--rounds', '--json'].includes(arg),
  );
  return { ...options, isWhole };
}
