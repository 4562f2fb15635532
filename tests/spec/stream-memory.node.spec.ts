import { createQuantizer } from 'groupwise';
import { expect, test } from 'vitest';

const mebi = 2 ** 20;

test('1 GiB of weights streams through less than 64 MiB of additional memory', async () => {
  const quantizer = await createQuantizer();
  const stream = quantizer.stream({ groupSize: 32 });
  const piece = Float32Array.from({ length: mebi }, (_, i) => Math.sin(i));
  stream.push(piece);
  const before = process.memoryUsage().rss;
  let most = before;
  let codes = mebi;
  for (let i = 1; i < 256; i++) {
    codes += stream.push(piece).codes.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  expect(codes).toBe(256 * mebi);
  expect(stream.measure().sqnrDb).toBeGreaterThan(45);
  expect((most - before) / mebi).toBeLessThan(64);
  quantizer.dispose();
}, 120_000);
