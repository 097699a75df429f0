// One sitting at what waits to be decided: which is on the screen, what was done with those before, and the way back.

export type Deed = 'decided' | 'skipped';

/** Suggestions, proposals: what can be put off, too. */
interface Decidable {
  skipped: boolean;
}

export class Sitting<T extends Decidable> {
  readonly #keyOf: (item: T) => unknown;
  #done = $state.raw<readonly { item: T; deed: Deed }[]>([]);
  /** Chosen in the list, or brought back by undo. */
  #chosen = $state.raw<T>();

  /** `keyOf`: what stays the same when the queue is read again. */
  constructor(keyOf: (item: T) => unknown) {
    this.#keyOf = keyOf;
  }

  get decided(): number {
    return this.#done.filter(({ deed }) => deed === 'decided').length;
  }

  get last(): { item: T; deed: Deed } | undefined {
    return this.#done.at(-1);
  }

  /** What is on the screen: the chosen one, else the first of the queue that was not just dealt with. */
  current(queue: readonly T[]): T | undefined {
    const chosen = this.#chosen;
    // As the queue has it now: learning may have changed its score since.
    if (chosen) return queue.find((item) => this.#keyOf(item) === this.#keyOf(chosen)) ?? chosen;
    const last = this.last;
    // The queue may still be the one before the last decision.
    return queue.find(
      (item) => !last || this.#keyOf(item) !== this.#keyOf(last.item) || (item.skipped && queue.length === 1),
    );
  }

  choose(item: T): void {
    this.#chosen = item;
  }

  did(item: T, deed: Deed): void {
    this.#done = [...this.#done, { item, deed }];
    this.#chosen = undefined;
  }

  /** Back to the one before; what is to be taken back of it is the caller's. */
  back(): void {
    const last = this.last;
    this.#done = this.#done.slice(0, -1);
    this.#chosen = last?.item;
  }
}
