/** Work that whoever asked does not wait for. */
export interface Afterwards {
  /** Begins it once the answer has gone out. */
  begin(work: () => Promise<void>): void;
  /** What was begun so far is done, whatever came of it. */
  settled(): Promise<void>;
}

/** What a server has still to do for requests that it answered. */
export class Unfinished {
  readonly #running = new Set<Promise<void>>();
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Work that begins when its request is answered: `answered` calls back then. */
  after(answered: (then: () => void) => void): Afterwards {
    return {
      begin: (work) => {
        const done = new Promise<void>((resolve) => answered(resolve)).then(work).catch(this.#failed);
        this.#running.add(done);
        void done.finally(() => this.#running.delete(done));
      },
      settled: () => this.settled(),
    };
  }

  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }
}
