import { spawnTensorWorker } from '#tensor-worker';
import { type EngineClient, type EngineLine, engineClient } from './client.ts';
import type { FromEngine, ToEngine } from './protocol.ts';

/** A worker that has not answered by then is given up: its script is blocked. */
const ANSWER_WITHIN_MS = 20_000;

/** On the page's own thread, where every moment of work is felt, larger tensors are refused. */
export const MOST_ON_PAGE = 2 ** 20;

/** Starts an engine in a worker of its own; where workers are refused, on the page's thread. */
export async function startEngine(): Promise<EngineClient> {
  let obstacle: string;
  try {
    const worker = await spawnTensorWorker();
    const client = engineClient(workerLine(worker), null);
    const silence = AbortSignal.timeout(ANSWER_WITHIN_MS);
    try {
      await client.do('start', undefined, { signal: silence });
      return client;
    } catch (error) {
      client.dispose();
      throw error;
    }
  } catch (error) {
    obstacle = error instanceof Error ? error.message : String(error);
  }
  const [{ TensorEngine }, { serveEngine }] = await Promise.all([
    import('./engine.ts'),
    import('./serve.ts'),
  ]);
  const client = engineClient(pageLine(new TensorEngine(), serveEngine), obstacle);
  await client.do('start', undefined);
  return client;
}

function workerLine(worker: Worker): EngineLine {
  return {
    post: (message) => worker.postMessage(message),
    listen(onMessage, onEnd) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => onMessage(data));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        onEnd(event.message || 'the browser does not say why');
      });
    },
    close: () => worker.terminate(),
  };
}

type Engine = InstanceType<typeof import('./engine.ts').TensorEngine>;

function pageLine(
  engine: Engine,
  serveEngine: typeof import('./serve.ts').serveEngine,
): EngineLine {
  let toClient: (message: FromEngine) => void = () => {};
  const serve = serveEngine(engine, (message) => toClient(message));
  return {
    post: (message: ToEngine) => void serve(message),
    listen: (onMessage) => {
      toClient = onMessage;
    },
    close: () => {
      toClient = () => {};
      engine.dispose();
    },
  };
}
