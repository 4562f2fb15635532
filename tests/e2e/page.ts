import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright';

/** What a careful host sends: no inline script or style, WebAssembly allowed. */
const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
].join('; ');

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

interface ServeOptions {
  readonly root: string;
  readonly isolated: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** scripts/ is plain JavaScript; its types are stated here. */
async function serve(options: ServeOptions): Promise<Served> {
  const script = new URL('../../scripts/serve.mjs', import.meta.url).href;
  const module: { serve(options: ServeOptions): Promise<Served> } = await import(script);
  return module.serve(options);
}

/** The built page, served under a strict policy, in a browser. Everything that goes wrong in a page is collected. */
export class PageUnderTest {
  readonly #browser: Browser;
  readonly #server: Served;
  readonly failures: string[] = [];

  private constructor(browser: Browser, server: Served) {
    this.#browser = browser;
    this.#server = server;
  }

  /** Address of the page. */
  get url(): string {
    return this.#server.url;
  }

  static async start(
    isolated = false,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<PageUnderTest> {
    const executablePath = process.env.GROUPWISE_BROWSER;
    const [browser, server] = await Promise.all([
      chromium.launch({
        ...(executablePath && { executablePath }),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      }),
      serve({
        root: 'build/page',
        isolated,
        headers: { 'content-security-policy': STRICT_POLICY, ...headers },
      }),
    ]);
    return new PageUnderTest(browser, server);
  }

  /** The page, with its first elements there. */
  async open(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.blank(options);
    await page.goto(this.url + hash);
    await page.locator('groupwise-stepper[data-state=one-scale] .card').first().waitFor();
    return page;
  }

  /** A tab in which nothing has been opened. */
  async blank(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.#browser.newPage({ reducedMotion: 'reduce', ...options });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => this.failures.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.failures.push(message.text());
    });
    return page;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}

export function stepperOf(page: Page, id: string): Locator {
  return page.locator(`groupwise-stepper[data-state="${id}"]`);
}

export async function goTo(stepper: Locator, step: number): Promise<void> {
  await stepper.getByRole('slider', { name: 'Step' }).fill(String(step));
}

export interface CardTexts {
  readonly weight: string;
  readonly quotient: string;
  readonly code: string;
  readonly recovered: string;
  readonly error: string;
  readonly marks: readonly string[];
}

/** The cards as they read at the last step. */
export async function readCards(stepper: Locator): Promise<CardTexts[]> {
  await goTo(stepper, 9);
  return stepper.locator('.card').evaluateAll((cards) =>
    cards.map((card) => {
      const [quotient = '', code = '', recovered = '', error = ''] = Array.from(
        card.querySelectorAll('dd'),
        (cell) => cell.textContent?.trim() ?? '',
      );
      return {
        weight: card.querySelector('input')?.value ?? '',
        quotient,
        code,
        recovered,
        error,
        marks: Array.from(card.querySelectorAll('.mark'), (mark) => mark.textContent ?? ''),
      };
    }),
  );
}

export interface GroupFacts {
  readonly absmax: string;
  readonly scale: string;
  readonly maxError: string;
}

export async function readGroups(stepper: Locator): Promise<GroupFacts[]> {
  await goTo(stepper, 9);
  return stepper.locator('.group header').evaluateAll((headers) =>
    headers.map((header) => {
      const [absmax = '', scale = '', maxError = ''] = Array.from(
        header.querySelectorAll('.number'),
        (cell) => cell.textContent?.trim() ?? '',
      );
      return { absmax, scale, maxError };
    }),
  );
}
