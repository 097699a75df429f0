// One sitting at the queue: which suggestion is on the screen, what was done with those before, and the way back.
import type { ReviewItemDto } from '$lib/ipc/generated/ReviewItemDto';

export type Deed = 'decided' | 'skipped';

export const keyOf = (item: Pick<ReviewItemDto, 'article' | 'topic'>): string =>
  `${item.article}-${item.topic}`;

export class Sitting {
  #done = $state.raw<readonly { item: ReviewItemDto; deed: Deed }[]>([]);
  /** Chosen in the list, or brought back by undo. */
  #chosen = $state.raw<ReviewItemDto>();

  get decided(): number {
    return this.#done.filter(({ deed }) => deed === 'decided').length;
  }

  get last(): { item: ReviewItemDto; deed: Deed } | undefined {
    return this.#done.at(-1);
  }

  /** What is on the screen: the chosen one, else the first of the queue that was not just dealt with. */
  current(queue: readonly ReviewItemDto[]): ReviewItemDto | undefined {
    const chosen = this.#chosen;
    // As the queue has it now: learning may have changed its score since.
    if (chosen) return queue.find((item) => keyOf(item) === keyOf(chosen)) ?? chosen;
    const last = this.last;
    // The queue may still be the one before the last decision.
    return queue.find(
      (item) => !last || keyOf(item) !== keyOf(last.item) || (item.skipped && queue.length === 1),
    );
  }

  choose(item: ReviewItemDto): void {
    this.#chosen = item;
  }

  did(item: ReviewItemDto, deed: Deed): void {
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
