/** The package's entry in Node: as the one for browsers, but for how threads are started. */

import type { CreateOptions, Quantizer } from '../api/types.ts';
import { createQuantizerOn } from '../engine/create.ts';
import { platform } from './platform.ts';

export type * from '../api/types.ts';
export { GroupwiseError, type GroupwiseErrorCode } from '../errors/error.ts';

export const createQuantizer: (options?: CreateOptions) => Promise<Quantizer> =
  createQuantizerOn(platform);
