// A small static server, for looking at the built page and for tests.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/**
 * Serves the files of a folder.
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
  const folder = await realpath(root);
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const always = { 'cache-control': 'no-cache', ...(isolated && ISOLATION), ...headers };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    answer(request, response, folder, prefix).catch(() => refuse(response, 500, 'Server error'));
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

async function answer(request, response, folder, prefix) {
  if (!['GET', 'HEAD'].includes(request.method)) {
    response.setHeader('allow', 'GET, HEAD');
    return refuse(response, 405, 'Only GET and HEAD');
  }
  const [, pathname, search] = request.url.match(/^([^?]*)(.*)$/s);
  if (`${pathname}/` === prefix) return redirect(response, prefix + search);
  const file = pathname.startsWith(prefix)
    ? await findFile(folder, pathname.slice(prefix.length))
    : undefined;
  if (!file) return refuse(response, 404, 'Not found');
  if (file.isFolder) return redirect(response, `${pathname}/${search}`);
  response.setHeader('content-type', TYPES[extname(file.path)] ?? 'application/octet-stream');
  response.setHeader('etag', file.tag);
  if (request.headers['if-none-match'] === file.tag) return response.writeHead(304).end();
  response.setHeader('content-length', file.size);
  if (request.method === 'HEAD') return response.end();
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

// The file that a path stands for, or undefined: also for a path or a link that leads outside.
async function findFile(folder, encoded) {
  try {
    const path = decodeURIComponent(encoded);
    if (path.startsWith('/')) return undefined;
    const wanted = resolve(
      folder,
      `./${path}`,
      path === '' || path.endsWith('/') ? 'index.html' : '',
    );
    const real = await realpath(wanted);
    if (real !== folder && !real.startsWith(folder + sep)) return undefined;
    const entry = await stat(real);
    if (!entry.isFile() && !entry.isDirectory()) return undefined;
    const tag = `"${entry.size}-${Math.round(entry.mtimeMs)}"`;
    return { path: real, size: entry.size, tag, isFolder: entry.isDirectory() };
  } catch {
    return undefined;
  }
}

function redirect(response, location) {
  response.writeHead(302, { location }).end();
}

function refuse(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'content-type': TYPES['.txt'] }).end(`${text}\n`);
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
  const args = process.argv.slice(2).filter((arg) => arg !== '--plain');
  const isolated = !process.argv.includes('--plain');
  const { url } = await serve({ root: args[0] ?? '.', port: Number(args[1] ?? 8080), isolated });
  console.log(url);
}
