import { createServer } from 'vite';

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const server = await createServer({
  logLevel: 'warn',
  server: { port: 0, host: '127.0.0.1', headers: process.env.ISOLATED ? isolation : {} },
});
await server.listen();
console.log(server.resolvedUrls.local[0]);
