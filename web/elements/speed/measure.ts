import { type Contender, isSame, peerContenders, startVariant } from './contenders.ts';
import { reasonOf, startPagePeer } from './page-peer.ts';
import type { Peer } from './peer.ts';
import { CONTENDERS, type ContenderName, type Times } from './results.ts';
import type { SpeedState } from './state.ts';
import { startWorkerPeer } from './worker-peer.ts';

/** What is known so far. */
export interface Progress {
  /** 0 to 1. */
  readonly share: number;
  readonly doing: string;
  readonly rounds: number;
  readonly times: Times;
  /** Why some are not timed. */
  readonly absent: Readonly<Partial<Record<ContenderName, string>>>;
  readonly notes: Readonly<Partial<Record<ContenderName, string>>>;
  /** Whether all returned the same bytes; null: not compared yet. */
  readonly same: boolean | null;
}

const VARIANTS = ['scalar', 'simd', 'threads'] as const;
const START_SHARE = 0.2;
const WARM_UPS = 3;
const MOST_ROUNDS = 15;
const LEAST_ROUNDS = 3;
/** About how long the rounds may take in all. */
const ROUNDS_FOR_MS = 8000;
/** Short runs are repeated until a sample takes this long: a page's clock moves in steps of up to 0.1 ms. */
const SAMPLE_MS = 4;

/** Times everything that can run here, in interleaved rounds. Rejects with the signal's reason when it is aborted. */
export async function measureSpeed(
  { length, groupSize }: SpeedState,
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<Progress> {
  const contenders: Contender[] = [];
  const dispose = (): void => {
    for (const contender of contenders) contender.dispose();
  };
  let now: Progress = {
    ...{ share: 0, doing: 'Making weights', rounds: 0 },
    ...{ times: {}, absent: {}, notes: {}, same: null },
  };
  const say = (change: Partial<Progress>): void => {
    signal.throwIfAborted();
    now = { ...now, ...change };
    report(now);
  };
  signal.addEventListener('abort', dispose, { once: true });
  try {
    say({});
    const peer = await startPeer(signal);
    contenders.push(...peerContenders(peer, groupSize));
    const weights = await peer.make(length);
    for (const [at, variant] of VARIANTS.entries()) {
      say({ doing: `Starting ${variant}`, share: (START_SHARE * (at + 1)) / 8 });
      try {
        contenders.push(await startVariant(variant, weights, groupSize));
      } catch (error) {
        say({ absent: { ...now.absent, [variant]: reasonOf(error) } });
      }
    }
    // The limit first: bars are as long as their share of the fastest.
    contenders.sort((a, b) => CONTENDERS.indexOf(b.name) - CONTENDERS.indexOf(a.name));
    const notes = contenders.flatMap(({ name, note }) => (note === null ? [] : [[name, note]]));
    say({ notes: Object.fromEntries(notes), doing: 'Warming up', share: START_SHARE / 2 });
    const { runs, same } = await warmUp(contenders, signal);
    say({ same });
    await playRounds(contenders, runs, signal, () => now, say);
    return now;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', dispose);
    dispose();
  }
}

async function startPeer(signal: AbortSignal): Promise<Peer> {
  try {
    return await startWorkerPeer();
  } catch (error) {
    return startPagePeer(reasonOf(error), signal);
  }
}

/** Lets the engine optimize, compares what the contenders return, and finds how often each fits into a sample. */
async function warmUp(contenders: readonly Contender[], signal: AbortSignal) {
  const runs = new Map<Contender, { readonly ms: number; readonly repeat: number }>();
  let first: Awaited<ReturnType<Contender['run']>>['result'] = null;
  let same = true;
  for (const contender of contenders) {
    let ms = Number.POSITIVE_INFINITY;
    for (let run = 0; run < WARM_UPS; run++) {
      const { ms: taken, result } = await contender.run();
      signal.throwIfAborted();
      ms = Math.min(ms, taken);
      if (run > 0 || result === null) continue;
      first ??= result;
      same &&= isSame(first, result);
    }
    const repeat = contender.name === 'copy' ? 1 : Math.ceil(SAMPLE_MS / Math.max(ms, 0.05));
    runs.set(contender, { ms: ms * repeat, repeat });
  }
  return { runs, same };
}

async function playRounds(
  contenders: readonly Contender[],
  runs: ReadonlyMap<Contender, { readonly ms: number; readonly repeat: number }>,
  signal: AbortSignal,
  now: () => Progress,
  say: (change: Partial<Progress>) => void,
): Promise<void> {
  const oneRound = [...runs.values()].reduce((sum, { ms }) => sum + ms, 0);
  const affordable = Math.floor(ROUNDS_FOR_MS / oneRound);
  const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, affordable));
  for (let round = 0; round < rounds; round++) {
    for (const [at, contender] of contenders.entries()) {
      const done = (round + at / contenders.length) / rounds;
      say({
        doing: `Round ${round + 1} of ${rounds}`,
        share: START_SHARE + (1 - START_SHARE) * done,
      });
      const { repeat } = runs.get(contender) ?? { repeat: 1 };
      let ms = 0;
      for (let run = 0; run < repeat; run++) ms += (await contender.run()).ms;
      signal.throwIfAborted();
      const { times } = now();
      const samples = [...(times[contender.name] ?? []), ms / repeat];
      say({ times: { ...times, [contender.name]: samples } });
    }
    say({ rounds: round + 1 });
  }
  say({ share: 1, doing: 'Done' });
}
