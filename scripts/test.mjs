// npm test: set up what is missing, build, run every stage. `npm test -- native spec` runs some.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';
import { BUILD, STAGES } from './test-stages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function main(names) {
  const stages = selected(names);
  const lanes = [...new Set(stages.map(({ lane }) => lane))];
  const results = await Promise.all(
    lanes.map((lane) =>
      runLane(
        stages.filter((stage) => stage.lane === lane),
        // The output of one lane is seen as it comes, the other's stage by stage.
        lane === lanes.at(-1),
      ),
    ),
  );
  summarize(results.flat());
}

function selected(names) {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    throw new Error(`no stage ${unknown}: there are ${STAGES.map(({ name }) => name).join(', ')}`);
  }
  return STAGES.filter(({ name }) => names.length === 0 || names.includes(name));
}

async function runLane(stages, live) {
  let env;
  try {
    env = await setUp([...new Set(stages.flatMap((stage) => stage.setUp))]);
  } catch (error) {
    console.error(`[setup] ${error.message}`);
    return stages.map((stage) => skipped(stage, 'what it needs could not be set up'));
  }
  const results = [];
  if (stages.some((stage) => stage.needsBuild)) results.push(await runStage(BUILD, env, live));
  const built = results.every(({ passed }) => passed);
  for (const stage of stages) {
    const blocked = stage.needsBuild && !built;
    results.push(
      blocked ? skipped(stage, 'there is no build to test') : await runStage(stage, env, live),
    );
  }
  return results;
}

async function runStage({ name, commands }, env, live) {
  console.log(`\n=== ${name}${live ? '' : ': started'}`);
  const start = performance.now();
  const kept = [];
  const output = live ? undefined : (chunk) => kept.push(chunk);
  let passed = true;
  try {
    for (const [program, ...args] of commands) {
      await run(program, args, { cwd: ROOT, env, output });
    }
  } catch (error) {
    kept.push(`${error.message}\n`);
    passed = false;
  }
  process.stdout.write(kept.join(''));
  const seconds = (performance.now() - start) / 1000;
  console.log(`=== ${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name, passed, seconds };
}

function skipped({ name }, why) {
  console.log(`\n=== ${name}: FAILED, ${why}`);
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

try {
  await main(parseArgs({ allowPositionals: true }).positionals);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
