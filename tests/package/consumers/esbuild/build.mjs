import { build } from 'esbuild';

await build({
  entryPoints: ['main.js'],
  bundle: true,
  format: 'esm',
  minify: true,
  outfile: 'dist/main.js',
});
