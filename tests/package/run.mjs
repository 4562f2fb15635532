// Every consumer of the matrix: `node --test-reporter=spec tests/package/run.mjs [cells]`.
const all = [
  'node',
  'bundlers',
  'vite-dev',
  'servers',
  'frameworks',
  'types',
  'elements',
  'package',
  'docs',
  'endurance',
];
const asked = process.argv.slice(2);

for (const name of asked.length > 0 ? asked : all) await import(`./cells/${name}.mjs`);
