// Sets up what building and testing need. `node scripts/setup.mjs [parts]` does it; with
// --print-env it also prints the environment, for a shell:
//   eval "$(node scripts/setup.mjs --print-env emscripten)"
// What is installed is used; what is missing comes from npm or, on Debian, from scripts/debian.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBenchmark } from './setup/benchmark.mjs';
import { ensureBrowser } from './setup/browser.mjs';
import { ensureEmscripten } from './setup/emscripten.mjs';
import { ensureGoogletest } from './setup/googletest.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { checkTools } from './setup/tools.mjs';
import { ensureXsimd } from './setup/xsimd.mjs';

const CLOSURE = new URL('../node_modules/.bin/google-closure-compiler', import.meta.url);

// In the order of setting up: the later ones may use what the earlier ones installed.
const PARTS = {
  modules: {
    tools: [],
    ensure: async () => ensureNodeModules(),
  },
  xsimd: {
    tools: [],
    ensure: async () => ({ GROUPWISE_XSIMD: await ensureXsimd() }),
  },
  emscripten: {
    tools: ['cmake', 'ninja', 'python3'],
    ensure: async () => ({
      ...(await ensureEmscripten()),
      GROUPWISE_XSIMD: await ensureXsimd(),
      ...(existsSync(CLOSURE) && { EM_CLOSURE_COMPILER: fileURLToPath(CLOSURE) }),
    }),
  },
  googletest: {
    tools: ['cmake', 'ninja', 'C++ compiler'],
    ensure: async () => ensureGoogletest(),
  },
  browser: {
    tools: [],
    ensure: async () => ({ GROUPWISE_BROWSER: await ensureBrowser() }),
  },
  benchmark: {
    tools: ['cmake', 'ninja', 'C++ compiler'],
    ensure: async () => ({ benchmark_ROOT: await ensureBenchmark() }),
  },
};

const EVERYTHING = ['modules', 'xsimd', 'emscripten', 'googletest', 'browser'];

/** Sets up the named parts and returns the environment variables that lead to them. */
export async function setUp(names = EVERYTHING) {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    throw new Error(`cannot set up ${unknown}: there are ${Object.keys(PARTS).join(', ')}`);
  }
  const parts = Object.keys(PARTS).filter((name) => names.includes(name));
  await checkTools([...new Set(parts.flatMap((name) => PARTS[name].tools))]);
  const environment = {};
  for (const name of parts) Object.assign(environment, await PARTS[name].ensure());
  return environment;
}

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

async function main(args) {
  const { values, positionals } = parseArgs({
    args,
    options: { 'print-env': { type: 'boolean' } },
    allowPositionals: true,
  });
  const environment = await setUp(positionals.length > 0 ? positionals : undefined);
  if (!values['print-env']) return;
  for (const [name, value] of Object.entries(environment)) {
    console.log(`export ${name}=${quoted(value)}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(`[setup] ${error.message}`);
    process.exit(1);
  });
}
