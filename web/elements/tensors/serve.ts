import { inWords } from '../text/error-message.ts';
import type { FromEngine, Jobs, ToEngine } from './protocol.ts';

/** The worker's side of the line: does the jobs it is sent, several at a time where they wait for each other. */
export function serveEngine(
  engine: Jobs,
  post: (message: FromEngine, transfer: ArrayBuffer[]) => void,
): (message: ToEngine) => Promise<void> {
  const running = new Map<number, AbortController>();
  return async (message) => {
    if ('abort' in message) {
      running.get(message.abort)?.abort();
      return;
    }
    const { id, job, input } = message;
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const work = engine[job] as (input: unknown, call: unknown) => Promise<unknown>;
      const result = await work(input, {
        signal: controller.signal,
        onProgress: (progress: never) => post({ id, progress }, []),
      });
      post({ id, result }, picturesIn(result));
    } catch (error) {
      const { name, message, code, index } = error as Error & { code?: unknown; index?: number };
      const aborted = controller.signal.aborted || name === 'AbortError';
      const known = typeof code === 'string' ? code : 'unexpected';
      post(
        {
          id,
          error: {
            message: message ? inWords({ message, index }) : String(error),
            code: aborted ? 'aborted' : known,
          },
        },
        [],
      );
    } finally {
      running.delete(id);
    }
  };
}

/** Pictures are large and not needed here any more. */
function picturesIn(result: unknown): ArrayBuffer[] {
  if (typeof result !== 'object' || result === null || !('pictures' in result)) return [];
  return Object.values(result.pictures as Record<string, Uint8ClampedArray<ArrayBuffer>>).map(
    ({ buffer }) => buffer,
  );
}
