// The article list page by page: as long as the whole list, filled where one looks.
import { call, onChange, toCommandError, type CommandError } from '$lib/ipc';
import type { ArticleFilterDto } from '$lib/ipc/generated/ArticleFilterDto';
import type { ArticleRowDto } from '$lib/ipc/generated/ArticleRowDto';
import type { ArticleSortDto } from '$lib/ipc/generated/ArticleSortDto';

export const PAGE = 200;
const SLOW_AFTER_MS = 150;
const CHANGES = ['articles', 'tags', 'topics', 'milestones', 'notes', 'outlets', 'dossier'];

/** A place in the list; `row` is absent until its page has come. */
export interface Slot {
  id: number | string;
  row?: ArticleRowDto;
}

export class ArticlePages {
  slots = $state.raw<readonly Slot[]>([]);
  /** The first answer has come. */
  known = $state(false);
  slow = $state(false);
  error = $state.raw<CommandError | undefined>(undefined);

  #filter: ArticleFilterDto | undefined;
  #sort: ArticleSortDto = 'newest';
  #asked = new Set<number>();
  #turn = 0;
  #seen: [number, number] = [0, 0];

  /** Shows another list from its start. */
  show(filter: ArticleFilterDto, sort: ArticleSortDto): void {
    this.#filter = filter;
    this.#sort = sort;
    this.#seen = [0, 0];
    this.#again();
  }

  /** Re-reads what is in sight when articles or what is shown of them change. Returns how to stop. */
  follow(): () => void {
    return onChange((kinds) => {
      if (this.#filter && CHANGES.some((kind) => kinds.has(kind))) this.#again();
    });
  }

  /** Fetches the pages of these places, when they have not been asked for. */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    if (!this.known) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) void this.#fetch(page);
  }

  #again(): void {
    this.#turn++;
    this.#asked.clear();
    const [first, last] = this.#seen;
    // The first page in sight brings the length; old rows stay on screen until it comes.
    void this.#fetch(Math.floor(first / PAGE), true).then(() => this.see(first, last));
  }

  async #fetch(page: number, fresh = false): Promise<void> {
    if (!this.#filter || this.#asked.has(page)) return;
    this.#asked.add(page);
    const turn = this.#turn;
    const timer = setTimeout(() => (this.slow = turn === this.#turn && !this.known), SLOW_AFTER_MS);
    try {
      const answer = await call('articles', {
        filter: this.#filter,
        sort: this.#sort,
        offset: page * PAGE,
        limit: PAGE,
      });
      if (turn !== this.#turn) return;
      this.#take(answer.rows, page * PAGE, answer.total, fresh);
      this.error = undefined;
    } catch (thrown) {
      if (turn === this.#turn) this.error = toCommandError(thrown);
    } finally {
      clearTimeout(timer);
      if (turn === this.#turn) {
        this.known = true;
        this.slow = false;
      }
    }
  }

  #take(rows: readonly ArticleRowDto[], offset: number, total: number, fresh: boolean): void {
    const kept = fresh || this.slots.length !== total ? [] : this.slots;
    const slots: Slot[] = Array.from({ length: total }, (_, at) => kept[at] ?? { id: `#${at}` });
    rows.forEach((row, at) => (slots[offset + at] = { id: row.id, row }));
    this.slots = slots;
  }
}
