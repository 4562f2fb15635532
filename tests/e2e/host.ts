import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of somebody else, on an origin of its own, that sends no special headers. */
export async function serveHost(body: () => string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(204).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A host</title><p>Before</p>${body()}<p>After</p>`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
