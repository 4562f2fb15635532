import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { launchOptions } from './scripts/chromium.mjs';

// x.spec.ts runs in Node and in browsers, x.node.spec.ts and x.browser.spec.ts in one of them.
const specs = 'tests/spec/**/*.spec.ts';
const inNode = 'tests/spec/**/*.node.spec.ts';
const inBrowser = 'tests/spec/**/*.browser.spec.ts';

/** Against hanging only: nothing here is timed. */
const testTimeout = 120_000;

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const node: TestProjectInlineConfiguration = {
  test: {
    name: 'node',
    testTimeout,
    environment: 'node',
    include: [specs],
    exclude: [inBrowser],
    pool: 'forks',
    execArgv: ['--expose-gc'],
    // Node itself loads what is shipped, as it would for a user.
    server: { deps: { external: [/\/dist\//] } },
  },
};

function browser(name: string, headers: Record<string, string>): TestProjectInlineConfiguration {
  return {
    server: { headers },
    worker: { format: 'es' },
    optimizeDeps: { include: ['fast-check'] },
    test: {
      name,
      testTimeout,
      include: [specs],
      exclude: [inNode],
      env: { ISOLATED: String(headers === isolation) },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: launchOptions() }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  test: {
    projects: [node, browser('browser', {}), browser('browser-isolated', isolation)],
    maxWorkers: Math.min(2, availableParallelism()),
  },
});
