import { openTensorFile } from 'groupwise/files';
import { expect, test } from 'vitest';
import { buildNpy, buildSafetensors, f32, npyHeader } from './build.ts';

const safetensors = buildSafetensors([f32('w', [1], [1])]);
const npy = buildNpy(npyHeader('<f4', '(1,)'), Float32Array.of(1));

test.each([
  ['model.safetensors', safetensors, 'safetensors', 'w'],
  ['no-extension', safetensors, 'safetensors', 'w'],
  ['wrong.npy', safetensors, 'safetensors', 'w'],
  ['weights.npy', npy, 'npy', 'weights'],
  ['wrong.safetensors', npy, 'npy', 'wrong.safetensors'],
])('%s is opened as what it holds', async (name, blob, format, tensor) => {
  const file = await openTensorFile(blob, name);
  expect(file.format).toBe(format);
  expect(file.tensors.map((info) => info.name)).toEqual([tensor]);
});

test.each([
  ['a.safetensors', new Blob([]), 'empty', 'is empty'],
  ['a.safetensors', new Blob(['abc']), 'truncated', '3 bytes'],
  ['a.safetensors', new Blob(['plain text, not tensors']), 'header-too-large', 'header of'],
  ['a.gguf', new Blob(['GGUF\x03\0\0\0\0']), 'unknown-format', '"a.gguf" is a GGUF file'],
  ['a.safetensors', new Blob(['GGUF\x03\0\0\0\0']), 'unknown-format', 'is a GGUF file'],
  ['a.pt', new Blob(['PK\x03\x04']), 'unknown-format', 'is a zip archive'],
  ['a.txt', new Blob(['text']), 'unknown-format', 'safetensors and .npy files can be read'],
])('%s with %o is refused', async (name, blob, code, message) => {
  await expect(openTensorFile(blob, name)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});
