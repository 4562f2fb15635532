/**
 * Group-wise symmetric quantization of neural-network weights, computed by a C++ core in WebAssembly.
 * @module
 */

import type { CreateOptions, Quantizer } from './api/types.ts';
import { createQuantizerOn } from './engine/create.ts';
import { platform } from './wasm/browser-platform.ts';

export type * from './api/types.ts';
export { GroupwiseError, type GroupwiseErrorCode } from './errors/error.ts';

/**
 * A quantizer of your own; dispose of it when it is no longer needed.
 *
 * @throws {GroupwiseError} `unsupported-variant`, `invalid-threads`.
 */
export const createQuantizer: (options?: CreateOptions) => Promise<Quantizer> =
  createQuantizerOn(platform);
