import type { Platform } from './create.ts';

/** A page or a worker: the threads variant is a file beside this one, loaded when it is asked for. */
export const platform: Platform = {
  parallelism: globalThis.navigator?.hardwareConcurrency ?? 1,
  async createThreadsCore(threads) {
    const url = new URL('./threads.js', import.meta.url).href;
    const module = await import(/* @vite-ignore */ /* webpackIgnore: true */ url);
    return module.createThreadsCore(threads, url);
  },
};
