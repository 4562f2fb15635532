// A static server, for looking at the built page and for tests: sirv, with our headers and a port.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What makes pages cross-origin isolated. */
export const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * Serves the files of a folder, as they are at the time of each request. Pages of any origin may
 * load them as modules.
 *
 * @param root the folder
 * @param port the first port to try, 0 for any; a port that is taken gives way to the next
 * @param host the address to listen on
 * @param isolated send the headers that make pages cross-origin isolated
 * @param base the path the folder is served under, such as '/groupwise/'
 * @param headers more headers, sent with every answer
 * @returns the address, and close()
 */
export async function serve({
  root,
  port = 0,
  host = '127.0.0.1',
  isolated = false,
  base = '/',
  headers = {},
}) {
  // Imported here, not above: the packages may have been installed only now.
  const { default: sirv } = await import('sirv');
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const files = sirv(root, { dev: true, etag: true });
  const always = { 'access-control-allow-origin': '*', ...(isolated && ISOLATION), ...headers };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    if (!request.url.startsWith(prefix)) return response.writeHead(404).end();
    request.url = request.url.slice(prefix.length - 1);
    files(request, response);
  });
  await listen(server, port, host);
  return {
    url: `http://${host}:${server.address().port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    const attempt = (candidate) => {
      const failed = (error) => {
        if (error.code === 'EADDRINUSE' && candidate < 65535) attempt(candidate + 1);
        else reject(error);
      };
      server.once('error', failed);
      server.listen(candidate, host, () => {
        server.off('error', failed);
        resolve();
      });
    };
    attempt(port);
  });
}

// node scripts/serve.mjs [folder] [port] [--plain]
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { plain: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [root = '.', port = '8080'] = positionals;
  console.log((await serve({ root, port: Number(port), isolated: !values.plain })).url);
}
