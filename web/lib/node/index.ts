/** The package's entry in Node: as the one for browsers, but for how threads are started. */
import { createQuantizerOn } from '../create.ts';
import type { CreateOptions, Quantizer } from '../types.ts';
import { platform } from './platform.ts';

export { GroupwiseError, type GroupwiseErrorCode } from '../errors.ts';
export type * from '../types.ts';

export const createQuantizer: (options?: CreateOptions) => Promise<Quantizer> =
  createQuantizerOn(platform);
