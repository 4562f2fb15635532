/** The package's entry in Node: as the one for browsers, but for how threads are started. */
import { createQuantizerOn } from '../engine/create.ts';
import type { CreateOptions, Quantizer } from '../engine/types.ts';
import { platform } from './platform.ts';

export type * from '../engine/types.ts';
export { GroupwiseError, type GroupwiseErrorCode } from '../errors/error.ts';

export const createQuantizer: (options?: CreateOptions) => Promise<Quantizer> =
  createQuantizerOn(platform);
