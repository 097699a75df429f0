// What list, fields and keys of the queue share: the field in focus, and whether it is being written.
import type { FieldDto } from '$lib/ipc/generated/FieldDto';
import type { FieldNameDto } from '$lib/ipc/generated/FieldNameDto';

export class LookView {
  #wanted = $state<FieldNameDto | null>(null);
  editing = $state(false);

  /** The field in focus among those in doubt: the chosen one, else the first. */
  among(fields: readonly FieldDto[]): FieldDto | undefined {
    return fields.find(({ name }) => name === this.#wanted) ?? fields[0];
  }

  choose(name: FieldNameDto): void {
    this.#wanted = name;
    this.editing = false;
  }

  next(fields: readonly FieldDto[]): void {
    const current = this.among(fields);
    const at = current ? fields.indexOf(current) : -1;
    const next = fields[(at + 1) % Math.max(1, fields.length)];
    if (next) this.choose(next.name);
  }

  /** Another article: its own first field. */
  reset(): void {
    this.#wanted = null;
    this.editing = false;
  }
}
