/**
 * The quantizer in a worker: promises, progress, abort, and threads where they can run.
 * @module
 */

import type { CreateOptions } from '../api/types.ts';
import { createQuantizer } from '../index.ts';
import { createQuantizerWorkerOn } from './create.ts';
import { spawners } from './spawn.ts';
import type { QuantizerWorker } from './types.ts';

export type { CallOptions, QuantizerWorker, WorkerTensor } from './types.ts';

/**
 * Starts a worker with a quantizer in it; dispose of it when it is no longer needed. Where no worker
 * can be had, the same work is done on the caller's thread: `variantReason` says so.
 *
 * @throws {GroupwiseError} `unsupported-variant`, `invalid-threads`, `worker-failed`.
 */
export function createQuantizerWorker(options?: CreateOptions): Promise<QuantizerWorker> {
  return createQuantizerWorkerOn({ spawners: spawners(), createQuantizer })(options);
}
