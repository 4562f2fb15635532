import webpack from 'webpack';

const config = {
  mode: 'production',
  entry: './main.js',
  context: import.meta.dirname,
};

webpack(config, (error, stats) => {
  const failed = error || stats.hasErrors();
  if (failed) console.error(error ?? stats.toString('errors-only'));
  process.exitCode = failed ? 1 : 0;
});
