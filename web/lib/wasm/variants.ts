import type { Variant } from '../api/types.ts';
import { GroupwiseError } from '../errors/error.ts';
import { refusal } from '../options/read.ts';
import { schema } from '../options/schema.ts';

/** What an engine offers, as `detectFeatures` finds it. */
export interface Features {
  /** SIMD128 instructions. */
  readonly simd: boolean;
  /** Memory that threads can share: Node, or a page that is cross-origin isolated. */
  readonly sharedMemory: boolean;
  /** The calling thread may wait: not a page's main thread. */
  readonly mayBlock: boolean;
}

/** A variant, and the reason in a sentence. */
export interface Choice {
  readonly variant: Variant;
  readonly reason: string;
}

const noSharedMemory =
  'threads need shared memory, and this page is not cross-origin isolated (headers COOP and COEP, or Document-Isolation-Policy)';
const noBlocking = "threads would block a page's main thread; use groupwise/worker for them";
const noSimd = 'this engine has no WebAssembly SIMD';

/**
 * The variant that runs: the one asked for, or for `'auto'` the fastest that can run here.
 * @throws {GroupwiseError} `unsupported-variant` when the one asked for cannot.
 */
export function chooseVariant(asked: unknown, features: Features): Choice {
  const obstacle = {
    scalar: undefined,
    simd: features.simd ? undefined : noSimd,
    threads: !features.simd
      ? noSimd
      : !features.sharedMemory
        ? noSharedMemory
        : features.mayBlock
          ? undefined
          : noBlocking,
  };
  if (asked === 'auto') {
    if (obstacle.threads === undefined) {
      return { variant: 'threads', reason: 'SIMD, shared memory and a thread that may wait' };
    }
    if (obstacle.simd === undefined) return { variant: 'simd', reason: obstacle.threads };
    return { variant: 'scalar', reason: obstacle.simd };
  }
  if (asked !== 'scalar' && asked !== 'simd' && asked !== 'threads') {
    throw new GroupwiseError('unsupported-variant', refusal(schema.variant, asked));
  }
  const why = obstacle[asked];
  if (why !== undefined) {
    throw new GroupwiseError('unsupported-variant', `variant '${asked}' cannot run here: ${why}`);
  }
  return { variant: asked, reason: 'asked for by name' };
}

// (module (func (result v128) (i32x4.splat (i32.const 0))))
const simdProbe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 17,
  11,
]);

export function detectFeatures(): Features {
  const isolated = (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated;
  return {
    simd: WebAssembly.validate(simdProbe),
    // Node has no such flag and always shares memory.
    sharedMemory: typeof SharedArrayBuffer !== 'undefined' && isolated !== false,
    mayBlock: !('document' in globalThis),
  };
}
