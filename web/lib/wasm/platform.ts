import type { Core } from './core.ts';

/** What differs between browsers and Node. */
export interface Platform {
  /** Threads that the machine can run at once. */
  readonly parallelism: number;
  createThreadsCore(threads: number): Promise<Core>;
}
