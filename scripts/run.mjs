// Running other programs, and finding them.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Runs a program to its end. Rejects, with the end of its error output, unless it exits with 0.
 *
 * @param options.output is given what the program prints, which is not shown then
 */
export function run(command, args, { cwd, env, stdio = 'inherit', output } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: output ? ['ignore', 'pipe', 'pipe'] : stdio,
  });
  if (output) {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', output);
  }
  return finished(child, [command, ...args]);
}

/** Like run(), silent, and resolves to what the program printed. */
export async function capture(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child.stdout);
  await finished(child, [command, ...args]);
  return output();
}

/** The full path of a program on PATH, or undefined. */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder && isExecutable(path)) return path;
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function collect(stream) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
  return () => Buffer.concat(chunks).toString();
}

function finished(child, command) {
  const errors = child.stderr ? collect(child.stderr) : () => '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve();
      const shown = command.slice(0, 6).join(' ');
      const tail = errors().trim().split('\n').slice(-12).join('\n');
      reject(new Error(`${shown} failed (${signal ?? `exit code ${code}`})\n${tail}`.trim()));
    });
  });
}
