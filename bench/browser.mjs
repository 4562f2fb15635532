// npm run bench:browser: the benchmark in headless Chromium, on a cross-origin isolated page.
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { setUp } from '../scripts/setup.mjs';
import { buildBench } from './build.mjs';
import { parseOptions } from './options.mjs';
import { environmentOf } from './report/environment.mjs';
import { finish } from './report/finish.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function main() {
  const options = parseOptions(process.argv.slice(2));
  await buildBench();
  Object.assign(process.env, await setUp(['browser']));
  const { chromium } = await import('playwright');
  const server = await serve({ root, isolated: true });
  const browser = await chromium.launch(launchOptions());
  try {
    const environment = await environmentOf({ runtime: `Chromium ${browser.version()}` });
    const page = await browser.newPage();
    await page.exposeFunction('report', (text) => console.error(text));
    await page.goto(`${server.url}bench/browser/index.html`);
    const { rows, threads } = await page.evaluate(runInWorker, options);
    await finish({ name: 'browser', options, environment: { ...environment, threads }, rows });
  } finally {
    await browser.close();
    await server.close();
  }
}

/* In the page. */
function runInWorker(options) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('worker.mjs', { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data.progress) globalThis.report(data.progress);
      else if (data.error) reject(new Error(data.error));
      else resolve(data);
    };
    worker.postMessage(options);
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
