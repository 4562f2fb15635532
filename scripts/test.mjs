// npm test: set up what is missing, build, run every stage. `npm test -- native spec` runs some.
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';
import { STAGES } from './test-stages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = [process.execPath, 'scripts/build.mjs'];

async function main(names) {
  const stages = selected(names);
  const env = await setUp([...new Set(stages.flatMap((stage) => stage.setUp))]);
  const results = [];
  if (stages.some((stage) => stage.needsBuild)) {
    results.push(await runStage({ name: 'build', commands: [BUILD] }, env));
  }
  const built = results.every(({ passed }) => passed);
  for (const stage of stages) {
    const blocked = stage.needsBuild && !built;
    results.push(blocked ? skipped(stage) : await runStage(stage, env));
  }
  summarize(results);
}

function selected(names) {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(`no stage ${unknown}: there are ${STAGES.map(({ name }) => name).join(', ')}`);
  }
  return STAGES.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function runStage({ name, commands, env: own }, env) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  let passed = true;
  try {
    for (const [program, ...args] of commands) {
      await run(program, args, { cwd: ROOT, env: { ...env, ...own } });
    }
  } catch (error) {
    console.error(error.message);
    passed = false;
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`=== ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name, passed, seconds };
}

function skipped({ name }) {
  console.log(`\n=== ${name}: FAILED, there is no build to test`);
  return { name, passed: false, seconds: 0 };
}

function summarize(results) {
  console.log('\nStages');
  for (const { name, passed, seconds } of results) {
    console.log(`  ${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
