// npm run bench: the benchmark in Node. `npm run bench -- --help` for less than all of it.
import { buildBench } from './build.mjs';
import { nodePlatform } from './node-platform.mjs';
import { parseOptions } from './options.mjs';
import { environmentOf } from './report/environment.mjs';
import { finish } from './report/finish.mjs';
import { runSuite } from './suite/suite.mjs';

try {
  const options = parseOptions(process.argv.slice(2));
  await buildBench();
  const { threads } = nodePlatform;
  const environment = await environmentOf({ runtime: `Node.js ${process.versions.node}`, threads });
  const rows = await runSuite(options, nodePlatform, (text) => console.error(text));
  await finish({ name: 'node', options, environment, rows });
  process.exit();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
