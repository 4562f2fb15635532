// One set-up at a time, across processes.
import { spawn } from 'node:child_process';
import { findProgram } from '../run.mjs';
import { report } from './progress.mjs';

/**
 * Runs the work while holding the lock file. The kernel holds the lock for a small child process
 * that ends when this one does, however it ends: there are no stale locks to recognize.
 */
export async function withLock(path, work) {
  if (!findProgram('flock')) return work();
  const holder = spawn('flock', [path, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Its own process group: Ctrl-C must not take the lock away before the work has stopped.
    detached: true,
  });
  const waiting = setTimeout(() => report('waiting for another set-up to finish ...'), 1000);
  try {
    await new Promise((resolve, reject) => {
      holder.stdout.once('data', resolve);
      holder.once('error', reject);
      holder.once('close', (code) => reject(new Error(`could not lock ${path} (${code})`)));
    });
    clearTimeout(waiting);
    return await work();
  } finally {
    clearTimeout(waiting);
    holder.stdin.end();
  }
}
