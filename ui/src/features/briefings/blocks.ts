// The blocks of a briefing: their order, their options, and what each can be told to show.
import type { BlockDto } from '$lib/ipc/generated/BlockDto';

export type BlockKind = BlockDto['kind'];

export const BLOCK_KINDS: readonly BlockKind[] = [
  'heading',
  'text',
  'key-points',
  'timeline',
  'register',
  'quotations',
  'found',
  'note',
  'sources',
];

/** How many articles of a saved search a block may show. */
export const MOST_FOUND = [5, 10, 20, 50] as const;

/** What there is to show: the first note and the first saved search. */
export interface ToShow {
  note: number | null;
  search: number | null;
}

/** A new block of a kind; a note block needs a note to show, and one of what is found a saved search. */
export function newBlock(kind: BlockKind, { note, search }: ToShow): BlockDto | null {
  switch (kind) {
    case 'heading':
      return { kind, text: '' };
    case 'text':
      return { kind, markdown: '' };
    case 'key-points':
    case 'timeline':
    case 'register':
      return { kind, milestones: [] };
    case 'quotations':
      return { kind, evidence: [] };
    case 'found':
      return search === null ? null : { kind, search, most: MOST_FOUND[1] };
    case 'note':
      return note === null ? null : { kind, note };
    case 'sources':
      return { kind };
  }
}

/** The list with one entry moved; `to` is its index afterwards. Out of range changes nothing. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  if (from === to || from < 0 || to < 0 || from >= list.length || to >= list.length) return next;
  const [taken] = next.splice(from, 1);
  if (taken !== undefined) next.splice(to, 0, taken);
  return next;
}

/** The index a dragged entry would get: the gaps between rows are where their middles change sides. */
export function dropIndex(middles: readonly number[], y: number, from: number): number {
  const gap = middles.filter((middle) => middle < y).length;
  return gap > from ? gap - 1 : gap;
}

/** A new block goes after the chosen one, but never after the sources, which close a briefing. */
export function inserted(
  blocks: readonly BlockDto[],
  block: BlockDto,
  after: number | null,
): { blocks: BlockDto[]; at: number } {
  const last = blocks.at(-1)?.kind === 'sources' ? blocks.length - 1 : blocks.length;
  const at = after === null ? last : Math.min(after + 1, block.kind === 'sources' ? blocks.length : last);
  return { blocks: blocks.toSpliced(at, 0, block), at };
}

/** Ticks one id of a list where the empty list means all: unticking from "all" leaves the others. */
export function toggled(ids: readonly number[], id: number, all: readonly number[]): number[] {
  const ticked = ids.length === 0 ? all : ids;
  const next = ticked.includes(id)
    ? ticked.filter((other) => other !== id)
    : all.filter((other) => other === id || ticked.includes(other));
  return next.length === all.length ? [] : [...next];
}
