import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// x.spec.ts runs in Node and in browsers, x.node.spec.ts and x.browser.spec.ts in one of them.
const specs = 'tests/spec/**/*.spec.ts';
const inNode = 'tests/spec/**/*.node.spec.ts';
const inBrowser = 'tests/spec/**/*.browser.spec.ts';

const shipped = (path: string): string => fileURLToPath(new URL(`dist/${path}`, import.meta.url));

/** The package's own name leads to what is shipped, chosen as package.json's exports do. */
const resolvePackage = (folder: '' | 'node/') => ({
  alias: [
    { find: /^groupwise$/, replacement: shipped(`${folder}index.js`) },
    { find: /^groupwise\/worker$/, replacement: shipped(`${folder}worker.js`) },
  ],
});

/** Against hanging only: nothing here is timed. */
const testTimeout = 120_000;

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const node: TestProjectInlineConfiguration = {
  resolve: resolvePackage('node/'),
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

const executablePath = process.env.GROUPWISE_BROWSER;
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

function browser(name: string, headers: Record<string, string>): TestProjectInlineConfiguration {
  return {
    resolve: resolvePackage(''),
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
        provider: playwright({
          launchOptions: { args, ...(executablePath && { executablePath }) },
        }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

const endToEnd: TestProjectInlineConfiguration = {
  resolve: resolvePackage('node/'),
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.spec.ts'],
    pool: 'forks',
    fileParallelism: false, // each file has a browser of its own
    testTimeout,
    hookTimeout: testTimeout,
    server: { deps: { external: [/\/dist\//] } },
  },
};

export default defineConfig({
  test: {
    projects: [node, browser('browser', {}), browser('browser-isolated', isolation), endToEnd],
    maxWorkers: Math.min(2, availableParallelism()),
  },
});
