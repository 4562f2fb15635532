import { coreErrorCodes, GroupwiseError } from './errors.ts';
import { shown } from './shown.ts';
import type { QuantizeOptions } from './types.ts';

/** What a call was given, to say it in an error. */
export interface Received {
  readonly options: QuantizeOptions;
  readonly length: number;
  readonly weights?: Float32Array;
  readonly codes?: Int8Array;
  readonly scales?: Float32Array;
  /** Of valid options. */
  readonly qmax?: number;
}

/**
 * The core's error number as a `GroupwiseError`.
 * @param at index into what was received
 * @param origin what to add to it for the index in the whole tensor
 */
export function coreError(error: number, received: Received, at = 0, origin = 0): GroupwiseError {
  const index = at + origin;
  const code = coreErrorCodes[error];
  if (code === undefined || code === 'none') throw new RangeError(`unknown core error ${error}`);
  const { options, length } = received;
  const fail = (message: string, index?: number) => new GroupwiseError(code, message, index);
  switch (code) {
    case 'non-finite-weight':
      return fail(
        `weight ${index} is ${received.weights?.[at]}; every weight must be finite`,
        index,
      );
    case 'invalid-bits':
      return fail(`bits is ${shown(options.bits)}; allowed are the whole numbers 2 to 8`);
    case 'invalid-group-size':
      return fail(
        `groupSize is ${shown(options.groupSize)}; allowed are whole numbers from 1, 'row' and 'tensor'`,
      );
    case 'invalid-row-length':
      return fail(
        `rowLength is ${shown(options.rowLength)}; allowed is a whole number from 1 that divides the ${length} weights`,
      );
    case 'invalid-scale-format':
      return fail(
        `scale is ${scaleShown(options.scale)}; allowed are 'float32', 'float16', 'bfloat16' and { digits: 1 to 9 }`,
      );
    case 'invalid-custom-scale':
      return fail(
        `customScale is ${shown(options.customScale)}; allowed is a number that is finite and above 0 as a float32`,
      );
    case 'scale-overflow':
      return fail(
        `the scale of group ${index} is too large for the format ${scaleShown(options.scale ?? 'float32')}` +
          `${options.scale === 'float16' ? ' (its largest value is 65504)' : ''}`,
        index,
      );
    case 'invalid-scale':
      return fail(
        `the scale of group ${index} is ${received.scales?.[at]}; a scale must be finite and above 0`,
        index,
      );
    case 'invalid-code':
      return fail(
        `code ${index} is ${received.codes?.[at]}; codes of ${options.bits} bits lie in ` +
          `-${received.qmax} to ${received.qmax}`,
        index,
      );
    case 'option-not-taken':
    case 'length-not-in-blocks':
    case 'invalid-bytes':
    case 'unstorable':
      return fail('the format refuses this');
    case 'length-mismatch':
      return fail('the numbers of weights, codes and scales do not fit together');
    case 'out-of-memory':
      return fail(outOfMemoryMessage(length));
  }
}

export function outOfMemoryMessage(length: number): string {
  return `no memory for ${length} weights; quantize the tensor in pieces of whole rows, or in smaller groups`;
}

function scaleShown(scale: unknown): string {
  return typeof scale === 'object' && scale !== null && 'digits' in scale
    ? `{ digits: ${shown(scale.digits)} }`
    : shown(scale);
}
