import type { CreateOptions } from '../api/types.ts';
import { GroupwiseError } from '../errors/error.ts';
import type { Line } from './client.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker of either kind, as far as it is needed here. */
export interface Spawned {
  post(message: ToWorker, transfer?: ArrayBuffer[]): void;
  onMessage(listener: (message: FromWorker) => void): void;
  onError(listener: (reason: string) => void): void;
  terminate(): void;
}

/** A worker that has not said it is ready by then is given up: its script or its threads are blocked. */
const startTimeoutMs = 20_000;

/** @throws {GroupwiseError} `worker-failed`, or what `createQuantizer` throws in the worker. */
export async function startWorker(
  spawn: () => Spawned | Promise<Spawned>,
  options: CreateOptions,
): Promise<Line> {
  const failed = (reason: string) => new GroupwiseError('worker-failed', reason);
  let worker: Spawned;
  try {
    worker = await spawn();
  } catch (error) {
    throw failed(`the worker could not be made: ${error}`);
  }
  return new Promise((resolve, reject) => {
    const giveUp = (error: GroupwiseError): void => {
      clearTimeout(timer);
      worker.terminate();
      reject(error);
    };
    const timer = setTimeout(
      () => giveUp(failed('the worker did not get ready in time')),
      startTimeoutMs,
    );
    let onMessage: (message: FromWorker) => void = (message) => {
      if ('failed' in message) {
        const { code, message: text, index } = message.failed;
        giveUp(new GroupwiseError(code ?? 'worker-failed', text, index));
      } else if ('ready' in message) {
        clearTimeout(timer);
        resolve({
          ready: message.ready,
          post: (message, transfer) => worker.post(message, transfer),
          listen: (onLaterMessage, onEnd) => {
            onMessage = onLaterMessage;
            onError = onEnd;
          },
          terminate: () => worker.terminate(),
        });
      }
    };
    let onError = (reason: string): void =>
      giveUp(failed(`the worker could not be loaded: ${reason}`));
    worker.onMessage((message) => onMessage(message));
    worker.onError((reason) => onError(reason));
    worker.post({ start: options });
  });
}
