import { createQuantizer, type Quantizer } from 'groupwise';

let shared: Promise<Quantizer> | undefined;

/** The one quantizer all elements of a page share, made when the first of them asks. A failure may be tried again. */
export function sharedQuantizer(): Promise<Quantizer> {
  shared ??= createQuantizer().catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}
