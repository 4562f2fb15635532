// What the browser's renderer processes hold, as the kernel says it (Linux).
import { readdir, readFile } from 'node:fs/promises';

async function renderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Resident bytes of all renderers. */
export async function residentBytes(browser) {
  let pages = 0;
  for (const id of await renderers(browser)) {
    const statm = await readFile(`/proc/${id}/statm`, 'utf8').catch(() => '0 0');
    pages += Number(statm.split(' ')[1]);
  }
  return pages * 4096;
}

/** Threads that run a worker's script. */
export async function workerThreads(browser) {
  let count = 0;
  for (const id of await renderers(browser)) {
    for (const task of await readdir(`/proc/${id}/task`).catch(() => [])) {
      const name = await readFile(`/proc/${id}/task/${task}/comm`, 'utf8').catch(() => '');
      if (name.startsWith('DedicatedWorker')) count++;
    }
  }
  return count;
}
