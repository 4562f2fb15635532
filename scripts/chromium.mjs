// How every tool here starts Chromium: tests, benchmark, documentation.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** @returns options of Playwright's launch(): the browser that set-up found, else Playwright's own */
export function launchOptions() {
  const executablePath = process.env.GROUPWISE_BROWSER;
  return { args: [...ARGS], ...(executablePath && { executablePath }) };
}
