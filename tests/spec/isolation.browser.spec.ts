import { expect, test } from 'vitest';

test('the page is isolated in the project that says so, and only there', () => {
  expect(String(globalThis.crossOriginIsolated)).toBe(import.meta.env.ISOLATED);
});
