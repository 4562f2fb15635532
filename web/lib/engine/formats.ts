import type { FormatInfo } from '../api/types.ts';
import type { Core } from '../wasm/core.ts';

/** The core's table of formats. */
export function formatsOf(core: Core): readonly FormatInfo[] {
  return Array.from({ length: core.numFormats() }, (_, index): FormatInfo => {
    const { numLevels, numSteps, block, group, blockBytes, ...format } = core.formatAt(index);
    return {
      ...(format as Omit<FormatInfo, 'levels' | 'steps'>),
      ...(block > 0 && { block, group, blockBytes, bitsPerWeight: (8 * blockBytes) / block }),
      levels: Array.from({ length: numLevels }, (_, level) => core.levelAt(index, level)),
      steps: Array.from({ length: numSteps }, (_, step) => core.stepAt(index, step)) as never,
    };
  });
}
