import { createQuantizer, type Quantizer } from 'groupwise';
import type { Page } from 'playwright/test';
import { formatDecibels } from '../../web/elements/text/format.ts';
import { safetensors, weights } from './tensor-file.ts';
import { expect, test } from './test.ts';

const kernels = weights(16 * 8 * 3 * 3);
const bias = weights(6);
const model = safetensors([
  { name: 'conv.weight', shape: [16, 8, 3, 3], values: kernels },
  { name: 'conv.bias', shape: [6], values: bias },
]);

/** A .npy file of `<f4`. */
function npy(shape: readonly number[], values: Float32Array): Buffer {
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
  const header = Buffer.from(`${text.padEnd(117, ' ')}\n`, 'latin1');
  const start = Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0]);
  return Buffer.concat([start, header, Buffer.from(values.buffer)]);
}

let quantizer: Quantizer;
let page: Page;
test.beforeAll(async () => {
  quantizer = await createQuantizer({ variant: 'simd' });
});
test.beforeEach(async ({ under }) => {
  page = await under.open('#explorer.size=64x64');
  await page.locator('groupwise-explorer').scrollIntoViewIfNeeded();
  await page.locator('groupwise-explorer .readout').waitFor();
});

const explorer = () => page.locator('groupwise-explorer');
const shows = (text: string) =>
  explorer().locator('.figures dd', { hasText: text }).first().waitFor();
const titled = (name: string) => explorer().locator('h3', { hasText: name }).waitFor();

function decibels(values: Float32Array, rowLength: number): string {
  const q = quantizer.quantize(values, { groupSize: 32, rowLength });
  return formatDecibels(quantizer.measure(values, q).sqnrDb);
}

async function drop(name: string, bytes: Buffer, on = '.drop-zone'): Promise<void> {
  await explorer()
    .locator(on)
    .evaluate(
      (target, { name, base64 }) => {
        const dataTransfer = new DataTransfer();
        const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([data], name));
        const options = { dataTransfer, bubbles: true, composed: true, cancelable: true };
        target.dispatchEvent(new DragEvent('dragover', options));
        target.dispatchEvent(new DragEvent('drop', options));
      },
      { name, base64: bytes.toString('base64') },
    );
}

async function choose(name: string, buffer: Buffer): Promise<void> {
  await explorer().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

test.describe('a file', () => {
  test('is opened by drop, and its first matrix is shown', async () => {
    await drop('model.safetensors', model);
    await titled('conv.weight');
    await shows(decibels(kernels, 3));
    await expect(explorer()).toHaveAttribute('source', 'file');
    await expect(explorer()).toHaveAttribute('tensor', 'conv.weight');
    await explorer().getByRole('button', { name: 'conv.bias' }).click();
    await titled('conv.bias');
    await shows(decibels(bias, 6));
  });

  test('is opened by the button, and kernels are quantized in whole rows', async () => {
    await choose('model.safetensors', model);
    await titled('conv.weight');
    await explorer().getByLabel('Weights in a row').selectOption('72');
    await shows(decibels(kernels, 72));
    await expect(explorer()).toHaveAttribute('row-length', '72');
    await explorer().getByRole('button', { name: 'conv.bias' }).click();
    await titled('conv.bias');
    expect(await explorer().getAttribute('row-length')).toBeNull();
  });

  test('may be a .npy file, anywhere on the page', async () => {
    const values = weights(40 * 50);
    await drop('layer.npy', npy([40, 50], values), '.where');
    await titled('layer');
    await shows(decibels(values, 50));
  });

  test('is left for generated weights, and come back to', async () => {
    await choose('model.safetensors', model);
    await titled('conv.weight');
    await explorer().getByLabel('Weights', { exact: true }).selectOption('gaussian');
    await titled('Gaussian');
    await explorer().getByLabel('Weights', { exact: true }).selectOption('file');
    await titled('conv.weight');
  });
});

test.describe('what cannot be opened', () => {
  for (const [name, bytes] of [
    ['short.safetensors', model.subarray(0, 30)],
    ['cut.safetensors', model.subarray(0, model.length - 2)],
    ['empty.npy', Buffer.alloc(0)],
    ['short.npy', npy([40, 50], weights(12))],
    ['model.gguf', Buffer.from('GGUF and what follows')],
    ['notes.txt', Buffer.from('these are not weights at all')],
  ] as const)
    test(`${name} leaves everything as it was, and says why`, async () => {
      await choose('model.safetensors', model);
      await titled('conv.weight');
      const before = await explorer().locator('.figures').innerText();
      await drop(name, bytes);
      const problem = explorer().getByRole('alert');
      await problem.waitFor();
      expect((await problem.innerText()).length).toBeGreaterThan(10);
      expect(await explorer().locator('.figures').innerText()).toBe(before);
      await expect(explorer().locator('.file')).toContainText('model.safetensors', {
        useInnerText: true,
      });
      await explorer().getByRole('button', { name: 'conv.bias' }).click();
      await titled('conv.bias');
      await expect(problem).toHaveCount(0);
    });

  test('a tensor with a weight that is not a number is refused with its place', async () => {
    const values = weights(64);
    values[37] = Number.NaN;
    await choose('model.safetensors', model);
    await titled('conv.weight');
    const shown = await explorer().locator('.figures').innerText();
    await drop('nan.npy', npy([8, 8], values));
    const problem = explorer().getByRole('alert');
    await problem.waitFor();
    await expect(problem).toContainText('weight 38 ', { useInnerText: true });
    expect(await explorer().locator('.figures').innerText()).toBe(shown);
    await explorer().locator('.segmented label', { hasText: '5' }).click();
    const q = quantizer.quantize(kernels, { groupSize: 32, rowLength: 3, bits: 5 });
    await shows(formatDecibels(quantizer.measure(kernels, q).sqnrDb));
  });

  test('a file opened in place of another with the same names is another', async () => {
    await choose('model.safetensors', model);
    await titled('conv.weight');
    const others = kernels.map((weight) => weight ** 3);
    const entries = [{ name: 'conv.weight', shape: [32, 36], values: others }];
    await choose('model.safetensors', safetensors(entries));
    await shows(decibels(others, 36));
  });
});

test.describe('a tensor with nothing in it, or nothing but zeros', () => {
  test('is shown like any other', async () => {
    await drop('zeros.npy', npy([4, 8], new Float32Array(32)));
    await titled('zeros');
    await shows('∞ dB');
    await drop('none.npy', npy([0, 8], new Float32Array(0)));
    await titled('none');
    await shows('0 of 0');
  });
});
