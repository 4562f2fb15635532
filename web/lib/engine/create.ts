import type { CreateOptions, Quantizer } from '../api/types.ts';
import { readOptions } from '../options/read.ts';
import { maxThreads, schema } from '../options/schema.ts';
import type { Platform } from '../wasm/platform.ts';
import { createSingleThreadCore } from '../wasm/single-thread.ts';
import { type Choice, chooseVariant, detectFeatures } from '../wasm/variants.ts';
import { CoreQuantizer } from './quantizer.ts';

/** The `createQuantizer` of a platform. */
export function createQuantizerOn(platform: Platform) {
  return async (options: CreateOptions = {}): Promise<Quantizer> => {
    const given = readOptions(options, ['variant', 'threads']);
    const { variant = schema.variant.default, threads = mostUseful(platform.parallelism) } = given;
    const choice = singleThreadByDefault(variant, chooseVariant(variant, detectFeatures()));
    if (choice.variant !== 'threads') {
      return new CoreQuantizer(await createSingleThreadCore(choice.variant), choice, 1);
    }
    return new CoreQuantizer(await platform.createThreadsCore(threads), choice, threads);
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

function mostUseful(parallelism: number): number {
  return Math.max(1, Math.min(parallelism, maxThreads));
}
