import { existsSync, readFileSync } from 'node:fs';
import { openTensorFile } from 'groupwise/files';
import { expect, test } from 'vitest';

// A real file beside the checkout, where there is one; it is no part of the project.
const path = new URL('../../../../shared/data/silero_vad_16k.safetensors', import.meta.url);

test.skipIf(!existsSync(path))('a real model: 15 tensors of finite weights', async () => {
  const file = await openTensorFile(new Blob([readFileSync(path)]), 'silero_vad_16k.safetensors');
  expect(file.tensors).toHaveLength(15);
  expect(file.tensors[0]).toMatchObject({ name: 'stft_conv.weight', shape: [258, 1, 256] });
  let count = 0;
  for (const { name } of file.tensors) {
    const weights = await file.read(name);
    expect(weights.every(Number.isFinite), name).toBe(true);
    count += weights.length;
  }
  expect(count).toBe(309_633);
});
