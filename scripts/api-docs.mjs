// npm run docs:api: the reference of the package's API, by typedoc, into docs/api/ (not committed).
// TypeScript 7 has no compiler API: typedoc brings the last TypeScript that has one.
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';

const TOOLS = fileURLToPath(new URL('api-docs/', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

await ensureNodeModules(ROOT);
await ensureNodeModules(TOOLS);
await run(
  process.execPath,
  [`${TOOLS}node_modules/typedoc/bin/typedoc`, '--options', `${TOOLS}typedoc.json`],
  { cwd: ROOT },
);
