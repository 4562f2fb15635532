import type { Page } from 'playwright/test';

export interface Tasks {
  /** Time on the processor that the page's thread spent in its longest task, in ms. */
  readonly longest: number;
  /** What the long-task observer of the page saw, by the clock: on a busy machine, waiting included. */
  readonly observed: readonly number[];
}

/** To start tracing is itself a long task. */
const STARTING_MS = 400;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Watches the tasks of a page's thread, until the function that is returned is called. */
export async function watchTasks(page: Page): Promise<() => Promise<Tasks>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  await page.evaluate(() => {
    const observed: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) observed.push(duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    Object.assign(globalThis, { observed, observer });
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  await page.waitForTimeout(2 * STARTING_MS);
  await page.evaluate(() => {
    (globalThis as unknown as { observed: number[] }).observed.length = 0;
  });

  return async () => {
    const observed = await page.evaluate(() => {
      const { observer, observed } = globalThis as unknown as {
        observer: PerformanceObserver;
        observed: number[];
      };
      observer.disconnect();
      return observed;
    });
    const complete = new Promise<void>((done) => {
      session.once('Tracing.tracingComplete', () => done());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return { longest: longestTask(events), observed };
  };
}

function longestTask(events: readonly TraceEvent[]): number {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && threads.has(`${pid}/${tid}`),
  );
  const begin = Math.min(...tasks.map(({ ts }) => ts)) + 1000 * STARTING_MS;
  const times = tasks.filter(({ ts }) => ts > begin).map(({ tdur = 0 }) => tdur / 1000);
  if (times.length === 0) throw new Error('the trace has no tasks of the page’s thread');
  return Math.max(...times);
}
