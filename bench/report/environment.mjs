import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, type } from 'node:os';
import { join } from 'node:path';
import { capture } from '../../scripts/run.mjs';
import { setUp } from '../../scripts/setup.mjs';

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url)))
    .version;

/** The machine and the versions that figures belong to. */
export async function environmentOf(more) {
  return {
    date: new Date().toISOString().slice(0, 10),
    ...more,
    cpu: cpuModel(),
    cores: cpus().length,
    loadAtStart: Number(loadavg()[0].toFixed(2)),
    system: `${type()} ${release().split('-')[0]}`,
    emscripten: await emscriptenVersion(),
    'onnxruntime-web': versionOf('onnxruntime-web'),
  };
}

/** Virtual machines hide the name of the processor; its family and its vectors tell more. */
function cpuModel() {
  const name =
    cpus()[0]
      ?.model.replace(/\((R|TM)\)/g, '')
      .replace(/\s+/g, ' ') ?? 'unknown';
  if (!existsSync('/proc/cpuinfo')) return name;
  const info = readFileSync('/proc/cpuinfo', 'utf8');
  const field = (key) => info.match(new RegExp(`^${key}\\s*: (.*)$`, 'm'))?.[1];
  const vectors = ['avx512f', 'avx2'].find((flag) => field('flags')?.split(' ').includes(flag));
  const details = [
    field('cpu family') && `family ${field('cpu family')} model ${field('model')}`,
    vectors && { avx512f: 'AVX-512', avx2: 'AVX2' }[vectors],
  ];
  return `${name} (${details.filter(Boolean).join(', ')})`;
}

async function emscriptenVersion() {
  const env = await setUp(['emscripten']);
  const compiler = env.EMSCRIPTEN ? join(env.EMSCRIPTEN, 'em++') : 'em++';
  const text = await capture(compiler, ['--version'], { env });
  return text.match(/\b\d+\.\d+\.\d+/)?.[0] ?? 'unknown';
}
