/**
 * Group-wise symmetric quantization of neural-network weights, computed by a C++ core in WebAssembly.
 * @module
 */
import { createQuantizerOn } from './create.ts';
import { platform } from './platform.ts';
import type { CreateOptions, Quantizer } from './types.ts';

export { GroupwiseError, type GroupwiseErrorCode } from './errors.ts';
export type * from './types.ts';

/**
 * A quantizer of your own; dispose of it when it is no longer needed.
 *
 * @throws {GroupwiseError} `unsupported-variant`, `invalid-threads`.
 */
export const createQuantizer: (options?: CreateOptions) => Promise<Quantizer> =
  createQuantizerOn(platform);
