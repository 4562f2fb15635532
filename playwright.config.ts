import { defineConfig } from 'playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

/** The end-to-end tests: `npm test -- e2e`. They run on the built page (build/page). */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'build/e2e',
  workers: 2,
  reporter: 'list',
  // What failed runs once more, for its trace (a trace takes half of the time again); it has failed.
  retries: 1,
  failOnFlakyTests: true,
  // Against hanging only: nothing here is timed.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(),
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    trace: 'on-first-retry',
  },
});
