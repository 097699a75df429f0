// Passages marked to be acted on together.
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { isBefore, type Step } from './going';
import { rowsOf, type HitRow } from './hits';

export class Marking {
  #marked = $state.raw<ReadonlyMap<string, HitRow>>(new Map());
  /** Where marking with Shift begins. */
  #from: Step | null = null;

  get rows(): HitRow[] {
    return [...this.#marked.values()];
  }

  has(row: HitRow): boolean {
    return this.#marked.has(row.key);
  }

  toggle(row: HitRow): void {
    const next = new Map(this.#marked);
    if (!next.delete(row.key)) next.set(row.key, row);
    this.#marked = next;
  }

  beginAt(step: Step | null): void {
    this.#from = step;
  }

  /** All that has come up to a step; `active` is where one stands. */
  upTo(to: Step, active: Step | null, rowsAt: (place: number) => readonly HitRow[]): void {
    const from = (this.#from ??= active ?? { place: 0, part: 0 });
    const [first, last] = isBefore(from, to) ? [from, to] : [to, from];
    const next = new Map<string, HitRow>();
    for (let place = first.place; place <= last.place; place++) {
      rowsAt(place).forEach((row, part) => {
        const step = { place, part };
        if (!isBefore(step, first) && !isBefore(last, step)) next.set(row.key, row);
      });
    }
    this.#marked = next;
  }

  /** All that has come. */
  all(come: readonly (readonly [number, SearchHitDto])[]): void {
    this.#marked = new Map(come.flatMap(([, hit]) => rowsOf(hit).map((row) => [row.key, row])));
  }

  none(): void {
    this.#marked = new Map();
  }
}
