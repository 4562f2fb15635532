import { checkedObject } from './checked-object.ts';
import type { Core } from './core/core.ts';
import { createSingleThreadCore } from './core/single-thread.ts';
import { GroupwiseError } from './errors.ts';
import { CoreQuantizer } from './quantizer.ts';
import { shown } from './shown.ts';
import type { CreateOptions, Quantizer } from './types.ts';
import { type Choice, chooseVariant, detectFeatures } from './variant.ts';

const maxThreads = 64;

/** What differs between browsers and Node. */
export interface Platform {
  /** Threads that the machine can run at once. */
  readonly parallelism: number;
  createThreadsCore(threads: number): Promise<Core>;
}

/** The `createQuantizer` of a platform. */
export function createQuantizerOn(platform: Platform) {
  return async (options: CreateOptions = {}): Promise<Quantizer> => {
    const { variant = 'auto', threads } = checkedObject(options, 'options argument');
    const count = threadCount(threads, platform.parallelism);
    const choice = singleThreadByDefault(variant, chooseVariant(variant, detectFeatures()));
    if (choice.variant !== 'threads') {
      return new CoreQuantizer(await createSingleThreadCore(choice.variant), choice, 1);
    }
    return new CoreQuantizer(await platform.createThreadsCore(count), choice, count);
  };
}

/** Threads are started where they are asked for, by name or by making a worker; never as a surprise. */
function singleThreadByDefault(asked: string, choice: Choice): Choice {
  return asked === 'auto' && choice.variant === 'threads'
    ? {
        variant: 'simd',
        reason: "SIMD; threads run when variant is 'threads', or in groupwise/worker",
      }
    : choice;
}

/** @throws {GroupwiseError} `invalid-threads`. */
export function threadCount(asked: number | undefined, parallelism: number): number {
  if (asked === undefined) return Math.max(1, Math.min(parallelism, maxThreads));
  if (Number.isInteger(asked) && asked >= 1 && asked <= maxThreads) return asked;
  throw new GroupwiseError(
    'invalid-threads',
    `threads is ${shown(asked)}; allowed are the whole numbers 1 to ${maxThreads}`,
  );
}
