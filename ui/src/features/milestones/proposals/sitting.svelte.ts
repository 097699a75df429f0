// One sitting at the proposals: which is on the screen, what was done with those before, and the way back.
import type { ProposalDto } from '$lib/ipc/generated/ProposalDto';

export type Deed = 'decided' | 'skipped';

export class Sitting {
  #done = $state.raw<readonly { item: ProposalDto; deed: Deed }[]>([]);
  /** Chosen in the list, or brought back by undo. */
  #chosen = $state.raw<ProposalDto>();

  get decided(): number {
    return this.#done.filter(({ deed }) => deed === 'decided').length;
  }

  get last(): { item: ProposalDto; deed: Deed } | undefined {
    return this.#done.at(-1);
  }

  /** What is on the screen: the chosen one, else the first of the list that was not just dealt with. */
  current(list: readonly ProposalDto[]): ProposalDto | undefined {
    const chosen = this.#chosen;
    if (chosen) return list.find(({ id }) => id === chosen.id) ?? chosen;
    const last = this.last;
    // The list may still be the one before the last decision.
    return list.find((item) => !last || item.id !== last.item.id || (item.skipped && list.length === 1));
  }

  choose(item: ProposalDto): void {
    this.#chosen = item;
  }

  did(item: ProposalDto, deed: Deed): void {
    this.#done = [...this.#done, { item, deed }];
    this.#chosen = undefined;
  }

  /** Back to the one before; what is to be taken back of it is the caller's. */
  back(): void {
    this.#chosen = this.last?.item;
    this.#done = this.#done.slice(0, -1);
  }
}
