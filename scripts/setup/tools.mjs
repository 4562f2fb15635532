// The programs that set-up does not fetch: they have to be there.
import { capture, findProgram } from '../run.mjs';

const TOOLS = {
  cmake: { oldest: '3.24', programs: ['cmake'], debian: 'cmake' },
  ninja: { programs: ['ninja'], debian: 'ninja-build' },
  'C++ compiler': { programs: ['c++', 'g++', 'clang++'], debian: 'g++', variable: 'CXX' },
  python3: { oldest: '3.10', programs: ['python3'], debian: 'python3' },
};
const OLDEST_NODE = '20.19';

/** Throws one error that names everything that is missing or too old, and how to install it. */
export async function checkTools(names = Object.keys(TOOLS)) {
  const problems = [];
  if (isOlder(process.versions.node, OLDEST_NODE)) {
    problems.push(`Node ${process.versions.node} is too old: ${OLDEST_NODE} or newer is needed`);
  }
  const missing = [];
  for (const name of names) {
    const problem = await problemWith(name, TOOLS[name]);
    if (!problem) continue;
    problems.push(problem);
    missing.push(TOOLS[name].debian);
  }
  if (problems.length === 0) return;
  const hint = missing.length > 0 ? `\nOn Debian: sudo apt-get install ${missing.join(' ')}` : '';
  throw new Error(`${problems.join('\n')}${hint}`);
}

async function problemWith(name, { oldest, programs, variable }) {
  if (variable && process.env[variable]) return undefined;
  const program = programs.map(findProgram).find(Boolean);
  if (!program) return `${name} is missing`;
  if (!oldest) return undefined;
  const version = (await capture(program, ['--version'])).match(/\d+(\.\d+)+/)?.[0] ?? '0';
  if (!isOlder(version, oldest)) return undefined;
  return `${name} ${version} is too old: ${oldest} or newer is needed`;
}

function isOlder(version, oldest) {
  const [major, minor] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldest.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
