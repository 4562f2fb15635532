import type { CreateOptions } from '../api/types.ts';
import type { createQuantizerOn } from '../engine/create.ts';
import { GroupwiseError } from '../errors/error.ts';
import { readOptions } from '../options/read.ts';
import { schema } from '../options/schema.ts';
import { chooseVariant, detectFeatures } from '../wasm/variants.ts';
import { type Line, WorkerClient } from './client.ts';
import { spawnLocally } from './local.ts';
import { type Spawned, startWorker } from './start.ts';
import type { QuantizerWorker } from './types.ts';

/** What differs between browsers and Node. */
export interface WorkerPlatform {
  /** Ways to make a worker, the best first. */
  readonly spawners: readonly (() => Spawned | Promise<Spawned>)[];
  readonly createQuantizer: ReturnType<typeof createQuantizerOn>;
}

/**
 * The `createQuantizerWorker` of a platform. In order: a worker with the best variant, a worker
 * with one that needs less, the caller's own thread. What was asked for by name is not replaced.
 */
export function createQuantizerWorkerOn({ spawners, createQuantizer }: WorkerPlatform) {
  return async (options: CreateOptions = {}): Promise<QuantizerWorker> => {
    const given = readOptions(options, ['variant', 'threads']);
    const { variant: asked = schema.variant.default } = given;
    const best = chooseVariant(asked, { ...detectFeatures(), mayBlock: true });
    const withoutThreads = best.variant === 'threads' && asked === 'auto' ? 'simd' : undefined;
    let obstacle: GroupwiseError | undefined;

    for (const variant of [best.variant, withoutThreads]) {
      for (const spawn of variant === undefined ? [] : spawners) {
        try {
          const line = await startWorker(spawn, { ...given, variant: variant as typeof asked });
          return new WorkerClient(line, reasonOf(best.reason, obstacle));
        } catch (error) {
          // Wrong options are the caller's to mend; anything else may go better another way.
          if (error instanceof GroupwiseError && error.code === 'invalid-threads') throw error;
          obstacle ??= asGroupwiseError(error);
        }
      }
    }
    if (asked === 'threads') throw obstacle;
    const line: Line = await startWorker(() => spawnLocally(createQuantizer), {
      ...given,
      variant: withoutThreads ?? best.variant,
    });
    return new WorkerClient(line, reasonOf("on the caller's thread", obstacle));
  };
}

function reasonOf(reason: string, obstacle: GroupwiseError | undefined): string {
  return obstacle === undefined ? reason : `${reason}, because ${obstacle.message}`;
}

function asGroupwiseError(error: unknown): GroupwiseError {
  return error instanceof GroupwiseError
    ? error
    : new GroupwiseError('worker-failed', String(error));
}
