// A list page by page: as long as the whole list, filled where one looks.
import { onChange, toCommandError, type CommandError } from './ipc';

export const PAGE = 200;
const SLOW_AFTER_MS = 150;

/** A place in the list; `row` is absent until its page has come. */
export interface Slot<Row> {
  id: number | string;
  row?: Row;
}

export type AskPage<Row> = (
  offset: number,
  limit: number,
) => Promise<{ rows: readonly Row[]; total: number }>;

export class Pages<Row> {
  slots = $state.raw<readonly Slot<Row>[]>([]);
  /** The first answer has come. */
  known = $state(false);
  slow = $state(false);
  error = $state.raw<CommandError | undefined>(undefined);

  readonly #kinds: readonly string[];
  readonly #idOf: (row: Row, at: number) => number | string;
  #ask: AskPage<Row> | undefined;
  #asked = new Set<number>();
  #turn = 0;
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

  /** Fetches the pages of these places, when they have not been asked for. */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    if (!this.known) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) void this.#fetch(page);
  }

  /** Re-reads what is in sight. */
  again(): void {
    this.#turn++;
    this.#asked.clear();
    const [first, last] = this.#seen;
    // The first page in sight brings the length; old rows stay on screen until it comes.
    void this.#fetch(Math.floor(first / PAGE), true).then(() => this.see(first, last));
  }

  async #fetch(page: number, fresh = false): Promise<void> {
    if (!this.#ask || this.#asked.has(page)) return;
    this.#asked.add(page);
    const turn = this.#turn;
    const timer = setTimeout(() => (this.slow = turn === this.#turn && !this.known), SLOW_AFTER_MS);
    try {
      const answer = await this.#ask(page * PAGE, PAGE);
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

  #take(rows: readonly Row[], offset: number, total: number, fresh: boolean): void {
    const kept = fresh || this.slots.length !== total ? [] : this.slots;
    const slots: Slot<Row>[] = Array.from({ length: total }, (_, at) => kept[at] ?? { id: `#${at}` });
    rows.forEach((row, at) => (slots[offset + at] = { id: this.#idOf(row, offset + at), row }));
    this.slots = slots;
  }
}
