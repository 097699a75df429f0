// A list page by page: as long as the whole list, filled where one looks.
import { onChange, toCommandError, type CommandError } from './ipc';

export const PAGE = 200;
const SLOW_AFTER_MS = 150;

/** A place in the list; `row` is absent until its page has come. */
export interface Slot<Row> {
  id: number | string;
  row?: Row;
}

/** The places of a list, of which a few pages have come. */
export class Slots<Row> {
  constructor(
    readonly length = 0,
    private readonly pages: ReadonlyMap<number, readonly Slot<Row>[]> = new Map(),
  ) {}

  at(place: number): Slot<Row> | undefined {
    if (place < 0 || place >= this.length) return undefined;
    return this.pages.get(Math.floor(place / PAGE))?.[place % PAGE] ?? { id: `#${place}` };
  }

  /** Where the row of this id stands; -1 where it has not come. */
  placeOf(id: number | string): number {
    for (const [page, slots] of this.pages) {
      const at = slots.findIndex((slot) => slot.id === id);
      if (at >= 0) return page * PAGE + at;
    }
    return -1;
  }

  /** With one more page; the others are kept where the list is as long as it was. */
  with(page: number, slots: readonly Slot<Row>[], length: number, fresh: boolean): Slots<Row> {
    const kept = fresh || length !== this.length ? [] : this.pages;
    return new Slots(length, new Map([...kept, [page, slots]]));
  }
}

export type AskPage<Row> = (
  offset: number,
  limit: number,
) => Promise<{ rows: readonly Row[]; total: number }>;

export class Pages<Row> {
  slots = $state.raw(new Slots<Row>());
  /** The first answer has come. */
  known = $state(false);
  slow = $state(false);
  error = $state.raw<CommandError | undefined>(undefined);

  readonly #kinds: readonly string[];
  readonly #idOf: (row: Row, at: number) => number | string;
  #ask: AskPage<Row> | undefined;
  #asked = new Set<number>();
  #turn = 0;
  /** The turn of the page that is on its way. */
  #fetching: number | undefined;
  #seen: [number, number] = [0, 0];

  /** `kinds`: what the rows depend on. */
  constructor(kinds: readonly string[], idOf: (row: Row, at: number) => number | string) {
    this.#kinds = kinds;
    this.#idOf = idOf;
  }

  /** Shows another list from its start. */
  show(ask: AskPage<Row>): void {
    this.#ask = ask;
    this.#seen = [0, 0];
    this.again();
  }

  /** Re-reads what is in sight when what it depends on changes. Returns how to stop. */
  follow(): () => void {
    return onChange((changed) => {
      if (this.#ask && this.#kinds.some((kind) => changed.has(kind))) this.again();
    });
  }

  /**
   * Fetches the pages of these places, when they have not been asked for. One after another, and what was only passed by, as when
   * the scrollbar is dragged, not at all.
   */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    if (!this.known || this.#fetching === this.#turn) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) {
      if (!this.#asked.has(page)) return void this.#fetch(page).then(() => this.see(...this.#seen));
    }
  }

  /** Re-reads what is in sight. */
  again(): void {
    this.#turn++;
    this.#asked.clear();
    // The first page in sight brings the length; old rows stay on screen until it comes.
    void this.#fetch(Math.floor(this.#seen[0] / PAGE), true).then(() => this.see(...this.#seen));
  }

  async #fetch(page: number, fresh = false): Promise<void> {
    if (!this.#ask) return;
    this.#asked.add(page);
    const turn = this.#turn;
    this.#fetching = turn;
    const timer = setTimeout(() => (this.slow = turn === this.#turn && !this.known), SLOW_AFTER_MS);
    try {
      const answer = await this.#ask(page * PAGE, PAGE);
      if (turn !== this.#turn) return;
      const slots = answer.rows.map((row, at) => ({ id: this.#idOf(row, page * PAGE + at), row }));
      this.slots = this.slots.with(page, slots, answer.total, fresh);
      this.error = undefined;
    } catch (thrown) {
      if (turn === this.#turn) this.error = toCommandError(thrown);
    } finally {
      clearTimeout(timer);
      if (turn === this.#turn) {
        this.#fetching = undefined;
        this.known = true;
        this.slow = false;
      }
    }
  }
}
