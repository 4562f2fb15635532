import { coreErrorCodes, GroupwiseError } from './errors.ts';
import { refusal } from './options/read.ts';
import { schema } from './options/schema.ts';
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
      return fail(refusal(schema.bits, options.bits));
    case 'invalid-group-size':
      return fail(refusal(schema.groupSize, options.groupSize));
    case 'invalid-row-length':
      return fail(refusal(schema.rowLength, options.rowLength, length));
    case 'invalid-scale-format':
      return fail(refusal(schema.scale, options.scale));
    case 'invalid-custom-scale':
      return fail(refusal(schema.customScale, options.customScale));
    case 'scale-overflow':
      return fail(
        `the scale of group ${index} is too large for the format ${schema.scale.show(options.scale ?? schema.scale.default)}` +
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
