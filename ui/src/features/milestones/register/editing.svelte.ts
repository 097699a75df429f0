// Writing in the register: which cell is open, and what is kept of it, in the order in which it was typed.
import { tick } from 'svelte';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';
import { inWords } from '$lib/desk.svelte';
import { t } from '$lib/i18n';
import { toast } from '$lib/kit/toasts.svelte';
import { commands } from '$lib/nav';
import { perform } from '$lib/operations';
import { beside, type Column, type Editable } from './columns';

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
  readonly #home: () => void;

  /** `home`: gives the keys back to the table once no cell is open. */
  constructor(home: () => void) {
    this.#home = home;
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

  leave(): void {
    this.open = null;
    void tick().then(this.#home);
  }

  /** Keeps what was typed and goes on at once; what is refused opens its cell again. */
  keep(
    cell: OpenCell,
    value: string | null,
    register: RegisterDto,
    then: { columns: readonly Column[]; go: 'stay' | 'next' | 'back' },
  ): void {
    const parent = cell.column === 'parent' && value !== null ? parentNamed(register, value) : null;
    if (parent === undefined && value !== null) {
      toast(t('register-no-parent', { title: value.trim() }));
      this.open = { ...cell, typed: value };
      return;
    }
    const next = then.go === 'stay' ? null : beside(then.columns, cell.column, then.go === 'back');
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
