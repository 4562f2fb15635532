import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Platform } from '../wasm/platform.ts';

/** Node: threads are worker_threads, which load a file by its path. */
export const platform: Platform = {
  parallelism: availableParallelism(),
  async createThreadsCore(threads) {
    const url = new URL('./threads.js', import.meta.url);
    const module = await import(url.href);
    return module.createThreadsCore(threads, fileURLToPath(url));
  },
};
