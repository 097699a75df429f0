// Writing in the register: which cell is open, and what is kept of it, in the order in which it was typed.
import { tick } from 'svelte';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';
import { inWords } from '$lib/desk.svelte';
import { t } from '$lib/i18n';
import { toast } from '$lib/kit/toasts.svelte';
import { commands } from '$lib/nav';
import { perform } from '$lib/operations';
import { beside, EDITABLE, type Column, type Editable } from './columns';

export interface OpenCell {
  id: number;
  column: Editable;
  /** What was typed there and refused. */
  typed: string | null;
}

/** The milestone a title names: itself, or the only one that begins so. */
export function parentNamed(register: RegisterDto, typed: string): number | null | undefined {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return null;
  const titled = register.milestones.map(({ id, title }) => ({
    id,
    title: inWords(title).toLocaleLowerCase(),
  }));
  const same = titled.filter(({ title }) => title === wanted);
  const found = same.length > 0 ? same : titled.filter(({ title }) => title.startsWith(wanted));
  return found.length === 1 ? found[0]?.id : undefined;
}

export class Editing {
  open = $state.raw<OpenCell | null>(null);
  /** What is kept goes out one after the other, so that a later value is never overtaken by an earlier. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #table: () => HTMLElement | undefined;
  readonly #columns: () => readonly Column[];

  constructor(table: () => HTMLElement | undefined, columns: () => readonly Column[]) {
    this.#table = table;
    this.#columns = columns;
  }

  /** Where it is narrow, columns give way: their cells are not there to be written in. */
  #seen(): readonly Column[] {
    const head = (column: Column) => this.#table()?.querySelector(`[role=columnheader].${column}`);
    return this.#columns().filter((column) => (head(column)?.getClientRects().length ?? 0) > 0);
  }

  begin(id: number, column: Editable): void {
    if (column === 'status') {
      this.open = null;
      // A status rests on a passage or a reason: both are asked for.
      commands()
        .findLast((command) => command.id === 'milestone.status')
        ?.run();
      return;
    }
    this.open = { id, column, typed: null };
  }

  /** A double click opens the cell it is on. */
  beginAt(target: EventTarget | null, id: number | null): void {
    const cell = target instanceof Element ? target.closest('[data-column]') : null;
    const column = EDITABLE.find((one) => one === cell?.getAttribute('data-column'));
    if (column && id !== null) this.begin(id, column);
  }

  leave(): void {
    this.open = null;
    // The keys are the table's again.
    void tick().then(() => this.#table()?.focus({ preventScroll: true }));
  }

  /** Keeps what was typed and goes on at once; what is refused opens its cell again. */
  keep(cell: OpenCell, value: string | null, register: RegisterDto, go: 'stay' | 'next' | 'back'): void {
    const parent = cell.column === 'parent' && value !== null ? parentNamed(register, value) : null;
    if (parent === undefined && value !== null) {
      toast(t('register-no-parent', { title: value.trim() }));
      this.open = { ...cell, typed: value };
      return;
    }
    const next = go === 'stay' ? null : beside(this.#seen(), cell.column, go === 'back');
    if (next) this.begin(cell.id, next);
    else this.leave();
    if (value === null) return;
    const text = cell.column === 'parent' ? String(parent ?? '') : value;
    this.#last = this.#last.then(async () => {
      const done = await perform('milestone_field_set', { id: cell.id, field: cell.column, value: text });
      if (!done) this.open = { ...cell, typed: value };
    });
  }
}
