// Runs a consumer's tool. Unlike scripts/run.mjs, what it printed is in the error: tsc complains on
// standard output.
import { execFile } from 'node:child_process';

/** @returns what the program printed */
export function runNode(args, cwd) {
  return new Promise((done, failed) => {
    execFile(process.execPath, args, { cwd, encoding: 'utf8' }, (error, stdout, stderr) => {
      if (error) failed(new Error(`${args.join(' ')}\n${stdout}${stderr}`));
      else done(stdout);
    });
  });
}
