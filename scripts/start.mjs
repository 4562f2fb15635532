// npm start: set up what is missing, build, serve the page.
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { serve } from './serve.mjs';
import { setUp } from './setup.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = fileURLToPath(new URL('../build/page', import.meta.url));

try {
  const env = await setUp(['modules', 'emscripten']);
  await run(process.execPath, ['scripts/build.mjs'], { cwd: ROOT, env });
  const server = await serve({
    root: PAGE,
    port: Number(process.env.PORT || 8080),
    host: process.env.HOST || undefined,
    isolated: true,
  });
  console.log(`\nGroupwise is at ${server.url}   (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
