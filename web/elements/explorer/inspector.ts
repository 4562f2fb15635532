import type { EngineClient } from '../tensors/client.ts';
import { Latest } from '../tensors/latest.ts';
import type { WeightFacts } from '../tensors/protocol.ts';

/** What is known about the marked weight, and about the codes of its group. */
export class Inspector {
  readonly #levelsOf: Latest<number, Float32Array>;
  readonly #weightAt: Latest<number, WeightFacts>;
  #facts: WeightFacts | null = null;
  #levels: { readonly group: number; readonly values: Float32Array } | null = null;

  constructor(client: () => EngineClient | null, changed: () => void) {
    const need = (): EngineClient => {
      const engine = client();
      if (!engine) throw new Error('the engine is not there');
      return engine;
    };
    this.#weightAt = new Latest(
      async (index) => need().do('inspect', index),
      (facts) => {
        this.#facts = facts;
        if (facts.group !== this.#levels?.group) this.#levelsOf.ask(facts.group);
        changed();
      },
    );
    this.#levelsOf = new Latest(
      async (group) => need().do('levels', group),
      (values, group) => {
        this.#levels = { group, values };
        changed();
      },
    );
  }

  /** Null: no weight is marked. */
  get facts(): WeightFacts | null {
    return this.#facts;
  }

  /** The values that the codes of a group stand for; of the first group, until a weight is marked. */
  get levels(): { readonly group: number; readonly values: Float32Array } | null {
    return this.#levels;
  }

  mark(index: number): void {
    this.#weightAt.ask(index);
  }

  /** There is another result: everything has to be asked again. */
  renew(index: number | null): void {
    this.#levels = null;
    if (index !== null) {
      this.#weightAt.ask(index);
    } else {
      this.#facts = null;
      this.#levelsOf.ask(0);
    }
  }
}
