// Where keys lead in a list, and what lies between two places of it.

/** The index a movement key leads to, or null for other keys and empty lists. `at` is -1 when nothing is active. */
export function moveTo(key: string, at: number, length: number, page: number): number | null {
  if (length === 0) return null;
  const last = length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return at < 0 ? last : Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** All indices from one to the other, both included. */
export function rangeOf(from: number, to: number): number[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}
