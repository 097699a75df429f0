// Deeds done one after another: a key pressed while the last deed is still under way waits for it and is not lost.
export class InTurn {
  #last: Promise<void> = Promise.resolve();
  readonly #failed: (thrown: unknown) => void;

  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed;
  }

  /** Does it once all asked for before is done; a failure is told, and the next goes on. */
  run(deed: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(deed).catch(this.#failed);
    return this.#last;
  }
}
