/** Asks one thing at a time; of what is asked meanwhile, only the last is asked next. Failures are passed over. */
export class Latest<Question, Answer> {
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #take: (answer: Answer, question: Question) => void;
  #next: { readonly question: Question } | null = null;
  #running = false;

  constructor(
    ask: (question: Question) => Promise<Answer>,
    take: (answer: Answer, question: Question) => void,
  ) {
    this.#ask = ask;
    this.#take = take;
  }

  ask(question: Question): void {
    this.#next = { question };
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#next; next; next = this.#next) {
      this.#next = null;
      const { question } = next;
      try {
        this.#take(await this.#ask(question), question);
      } catch {
        // The tensor is gone, or the engine: there will be another question.
      }
    }
    this.#running = false;
  }
}
