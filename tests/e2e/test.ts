import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect as baseExpect,
  type Page,
} from 'playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { Tabs } from './tabs.ts';

export const expect = baseExpect;

/** What a careful host sends: no inline script or style, WebAssembly allowed. */
const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

/** What can be changed in a tab that is used again. */
const REUSABLE = ['viewport', 'colorScheme', 'reducedMotion'];

type Headers = Readonly<Record<string, string>>;
type Start = (isolated?: boolean, headers?: Headers) => Promise<PageUnderTest>;

/** The built page, served under a strict policy. Everything that goes wrong in a tab is collected. */
export class PageUnderTest {
  readonly #browser: Browser;
  readonly #tabs: Tabs;
  readonly #opened: { readonly page: Page; readonly used: boolean }[] = [];
  readonly failures: string[] = [];
  /** Address of the page. */
  readonly url: string;

  constructor(browser: Browser, tabs: Tabs, url: string) {
    this.#browser = browser;
    this.#tabs = tabs;
    this.url = url;
  }

  /** The page, with its first elements there. */
  async open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const reusable = Object.keys(options).every((name) => REUSABLE.includes(name));
    const page = reusable ? await this.#tabs.take(options) : await this.#newTab(options);
    this.#watch(page, reusable);
    await page.goto(this.url + hash);
    await page.locator('groupwise-stepper[data-state=one-scale] .card').first().waitFor();
    return page;
  }

  /** A new tab, in which nothing was ever opened. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.#newTab(options);
    this.#watch(page, false);
    return page;
  }

  #newTab(options: BrowserContextOptions): Promise<Page> {
    return this.#browser.newPage({ reducedMotion: 'reduce', ...options });
  }

  #watch(page: Page, used: boolean): void {
    this.#opened.push({ page, used });
    page.on('pageerror', (error) => this.failures.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.failures.push(message.text());
    });
  }

  /** Closes the tabs; nothing may have gone wrong in them. */
  async stop(): Promise<void> {
    for (const { page, used } of this.#opened.splice(0)) {
      if (page.isClosed()) continue;
      if (used) await this.#tabs.giveBack(page);
      else await page.close();
    }
    expect(this.failures.splice(0)).toEqual([]);
  }
}

/**
 * `start` serves the page to a browser that a worker shares, with the headers that are asked for;
 * whoever starts also stops. `under` is the page without special headers, for one test.
 */
export const test = base.extend<{ under: PageUnderTest }, { start: Start }>({
  start: [
    async ({ browser }, use) => {
      const tabs = new Tabs(browser);
      const servers = new Map<string, ReturnType<typeof serve>>();
      await use(async (isolated = false, headers = {}) => {
        const key = JSON.stringify([isolated, headers]);
        const server =
          servers.get(key) ??
          serve({
            root: 'build/page',
            isolated,
            headers: { 'content-security-policy': STRICT_POLICY, ...headers },
          });
        servers.set(key, server);
        return new PageUnderTest(browser, tabs, (await server).url);
      });
      for (const server of servers.values()) await (await server).close();
    },
    { scope: 'worker' },
  ],
  under: async ({ start }, use) => {
    const under = await start();
    await use(under);
    await under.stop();
  },
});
