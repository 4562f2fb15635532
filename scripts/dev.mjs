// npm run dev: the page from its sources, with hot reload. A change in TypeScript needs no build;
// one in C++ needs `npm run build`.
import { haveWasm } from './build.mjs';
import { ISOLATION } from './serve.mjs';
import { setUp } from './setup.mjs';

await setUp(['modules']);
await haveWasm();
const { createServer } = await import('vite');
const server = await createServer({
  optimizeDeps: { entries: ['index.html'] },
  server: {
    headers: ISOLATION,
    port: Number(process.env.PORT || 5173),
    host: process.env.HOST || undefined,
  },
});
await server.listen();
server.printUrls();
