import { GroupwiseError } from '../errors/error.ts';
import type { Platform } from './platform.ts';

/** A page or a worker: the threads variant is a file beside this one, loaded when it is asked for. */
export const platform: Platform = {
  parallelism: globalThis.navigator?.hardwareConcurrency ?? 1,
  async createThreadsCore(threads) {
    const url = threadsFile();
    const module = await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
    return module.createThreadsCore(threads, workerScript(url));
  },
};

/** @throws {GroupwiseError} `unsupported-variant` where a bundler has left the file behind. */
function threadsFile(): string {
  const file = URL.canParse('.', import.meta.url)
    ? new URL('./threads.js', import.meta.url)
    : undefined;
  const moved = file !== undefined && !file.pathname.endsWith('/threads.js');
  if (file !== undefined && (moved || /\/index\.\w+$/.test(new URL(import.meta.url).pathname))) {
    return file.href;
  }
  throw new GroupwiseError(
    'unsupported-variant',
    "variant 'threads' cannot run here: its file was not carried along by the bundler; use groupwise/worker",
  );
}

/** A script of another origin is refused as a worker's, but a worker may import it. */
export function workerScript(url: string): string {
  if (new URL(url).origin === globalThis.origin) return url;
  const source = `import ${JSON.stringify(url)};`;
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
