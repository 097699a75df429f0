// The chain a milestone stands in: what it came out of, the earliest first, itself, and what became of it.
import type { LineageDto } from '$lib/ipc/generated/LineageDto';

export interface Step {
  id: number;
  /** The link between it and the next towards the one looked at; null for that one itself. */
  link: LineageDto | null;
  side: 'before' | 'here' | 'after';
  /** How many links away. */
  distance: number;
}

/** Every milestone on a way to or from `id`, each once. */
export function chainOf(lineage: readonly LineageDto[], id: number): Step[] {
  const seen = new Set([id]);

  function walk(at: number, side: 'before' | 'after', distance: number): Step[] {
    return lineage.flatMap((link) => {
      const [here, next] = side === 'after' ? [link.from, link.to] : [link.to, link.from];
      if (here !== at || seen.has(next)) return [];
      seen.add(next);
      return [{ id: next, link, side, distance }, ...walk(next, side, distance + 1)];
    });
  }

  const before = walk(id, 'before', 1).reverse();
  return [...before, { id, link: null, side: 'here', distance: 0 }, ...walk(id, 'after', 1)];
}
