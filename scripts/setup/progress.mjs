// What set-up tells the person waiting. Always on stderr: stdout may be read by a shell.

export function report(line) {
  process.stderr.write(`[setup] ${line}\n`);
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** Runs the work and reports how long it took. */
export async function timed(what, work) {
  report(`${what} ...`);
  const start = performance.now();
  const result = await work();
  report(`${what}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/** Reports measure() every few seconds while the work goes on. */
export async function watched(work, measure) {
  const timer = setInterval(() => report(`  ${measure()}`), 10000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
