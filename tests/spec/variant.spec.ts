import { GroupwiseError } from 'groupwise';
import { describe, expect, test } from 'vitest';
import { chooseVariant, detectFeatures, type Features } from '../../web/lib/wasm/variants.ts';

const everything: Features = { simd: true, sharedMemory: true, mayBlock: true };

describe('the variant chosen by itself', () => {
  test.each([
    [everything, 'threads', 'SIMD, shared memory'],
    [{ ...everything, mayBlock: false }, 'simd', "block a page's main thread"],
    [{ ...everything, sharedMemory: false }, 'simd', 'not cross-origin isolated'],
    [{ ...everything, simd: false }, 'scalar', 'no WebAssembly SIMD'],
    [{ simd: false, sharedMemory: false, mayBlock: false }, 'scalar', 'no WebAssembly SIMD'],
  ] as const)('%o: %s', (features, variant, reason) => {
    expect(chooseVariant('auto', features)).toEqual({
      variant,
      reason: expect.stringContaining(reason),
    });
  });
});

describe('the variant asked for by name', () => {
  test.each(['scalar', 'simd', 'threads'] as const)('%s, where all can run', (variant) => {
    expect(chooseVariant(variant, everything)).toEqual({ variant, reason: 'asked for by name' });
  });

  test.each([
    ['simd', { ...everything, simd: false }, 'no WebAssembly SIMD'],
    ['threads', { ...everything, simd: false }, 'no WebAssembly SIMD'],
    ['threads', { ...everything, sharedMemory: false }, 'not cross-origin isolated'],
    ['threads', { ...everything, mayBlock: false }, "block a page's main thread"],
  ] as const)('%s is refused, not replaced: %o', (variant, features, reason) => {
    expect(() => chooseVariant(variant, features)).toThrow(
      expect.objectContaining({
        code: 'unsupported-variant',
        message: expect.stringMatching(`variant '${variant}' cannot run here: .*${reason}`),
      }),
    );
  });

  test('scalar runs everywhere', () => {
    const nothing = { simd: false, sharedMemory: false, mayBlock: false };
    expect(chooseVariant('scalar', nothing).variant).toBe('scalar');
  });

  test.each(['SIMD', 'constructor', '', undefined, null, 1])('%o is none', (asked) => {
    expect(() => chooseVariant(asked, everything)).toThrow(
      expect.objectContaining({ code: 'unsupported-variant' }),
    );
  });
});

test('the features found here', () => {
  const inPage = typeof document !== 'undefined';
  expect(detectFeatures()).toEqual({
    simd: true,
    sharedMemory: inPage ? globalThis.crossOriginIsolated : true,
    mayBlock: !inPage,
  });
});

test('GroupwiseError of the package is an Error by that name', () => {
  const error = new GroupwiseError('invalid-bits', 'bits is 1', 3);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('GroupwiseError');
  expect(error).toMatchObject({ code: 'invalid-bits', message: 'bits is 1', index: 3 });
});
