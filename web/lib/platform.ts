import type { Platform } from './create.ts';

/** A page or a worker: the threads variant is a file beside this one, loaded when it is asked for. */
export const platform: Platform = {
  parallelism: globalThis.navigator?.hardwareConcurrency ?? 1,
  async createThreadsCore(threads) {
    const url = new URL('./threads.js', import.meta.url).href;
    const module = await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
    return module.createThreadsCore(threads, workerScript(url));
  },
};

/** A script of another origin is refused as a worker's, but a worker may import it. */
export function workerScript(url: string): string {
  if (new URL(url).origin === globalThis.origin) return url;
  const source = `import ${JSON.stringify(url)};`;
  return URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
}
