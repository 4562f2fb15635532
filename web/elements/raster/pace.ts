/** After this long without a break, work looks whether it has been aborted and lets others have their turn. */
const BREAK_EVERY_MS = 10;

/** Long work takes breaks: `if (pace.due) await pace.rest()`. */
export class Pace {
  readonly #signal: AbortSignal;
  #since = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  get due(): boolean {
    return performance.now() - this.#since > BREAK_EVERY_MS;
  }

  /** @throws the signal's reason, when it was aborted. */
  async rest(): Promise<void> {
    await macrotask();
    this.#signal.throwIfAborted();
    this.#since = performance.now();
  }
}

/** A message to oneself: unlike a timer, it is not delayed when many follow each other. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
