import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { test as base, expect } from './test.ts';

/** `openHost` opens a page of somebody else that holds `body`, on an origin of its own, without isolation. */
export const test = base.extend<{ openHost: (body: string) => Promise<Page> }>({
  openHost: async ({ under }, use, info) => {
    const root = info.outputPath('host');
    await mkdir(root, { recursive: true });
    const server = await serve({ root });
    await use(async (body) => {
      const head = '<!doctype html><title>A host</title><link rel="icon" href="data:,">';
      await writeFile(join(root, 'index.html'), `${head}<p>Before</p>${body}<p>After</p>`);
      const page = await under.blank();
      await page.goto(server.url);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      return page;
    });
    await server.close();
  },
});
