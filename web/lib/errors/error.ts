/** What the core finds wrong, by the names of its bindings, which engine/messages.ts holds it against. */
export type CoreErrorCode =
  | 'non-finite-weight'
  | 'invalid-bits'
  | 'invalid-group-size'
  | 'invalid-row-length'
  | 'invalid-scale-format'
  | 'invalid-custom-scale'
  | 'length-mismatch'
  | 'scale-overflow'
  | 'invalid-scale'
  | 'invalid-code'
  | 'unknown-format'
  | 'unsupported-option'
  | 'length-not-in-blocks'
  | 'invalid-bytes'
  | 'cannot-pack'
  | 'out-of-memory';

/** What went wrong: what the core finds, and what it cannot know. */
export type GroupwiseErrorCode =
  | CoreErrorCode
  /** The weights are not a Float32Array, or their number is not one that can be. */
  | 'invalid-weights'
  /** What should be an object with options, or a quantized tensor, is no object. */
  | 'invalid-options'
  /** An option that has one of a few values has another. */
  | 'invalid-rounding'
  /** The variant is unknown, or cannot run here. */
  | 'unsupported-variant'
  /** Not a whole number from 1 to 64. */
  | 'invalid-threads'
  /** The quantizer, or the resident tensor, has been disposed of. */
  | 'disposed'
  /** The worker could not be started, or ended by itself. */
  | 'worker-failed'
  /** The call's AbortSignal was aborted. */
  | 'aborted';

/** The one error this package throws: a code, a message that says what was received and what is allowed. */
export class GroupwiseError extends Error {
  override readonly name = 'GroupwiseError';
  readonly code: GroupwiseErrorCode;
  /** Of the weight, code or group that is at fault, where there is one. */
  readonly index: number | undefined;

  constructor(code: GroupwiseErrorCode, message: string, index?: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.index = index;
  }
}
