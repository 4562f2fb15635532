// Pages in a real Chromium. Whatever goes wrong in one is collected.
import { chromium } from 'playwright';
import { launchOptions } from '../../../scripts/chromium.mjs';

export async function launch() {
  const browser = await chromium.launch(launchOptions());
  return {
    browser,
    /** Opens `url`; `failures` grows with console errors, exceptions and failed requests. */
    async open(url, options = {}) {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(20_000);
      const failures = [];
      page.on('pageerror', (error) => failures.push(`exception: ${error}`));
      page.on('console', (message) => {
        const { url } = message.location();
        // The browser asks for it by itself.
        if (message.type() !== 'error' || url.endsWith('/favicon.ico')) return;
        failures.push(`console: ${message.text()} (${url})`);
      });
      page.on('requestfailed', (request) => {
        failures.push(`request: ${request.url()} ${request.failure()?.errorText}`);
      });
      await page.goto(url);
      return { page, failures };
    },
    close: () => browser.close(),
  };
}

/** What a consumer's page left in `globalThis.result`, a promise. */
export function resultOf(frame) {
  return frame.waitForFunction(() => globalThis.result).then((handle) => handle.jsonValue());
}
