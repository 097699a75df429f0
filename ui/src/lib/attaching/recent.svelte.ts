// The milestones passages were made evidence of in this sitting, the last first: the next passage goes there by one key or drop.
const MOST = 6;

let recent = $state.raw<readonly number[]>([]);

export function recentMilestones(): readonly number[] {
  return recent;
}

export function lastMilestone(): number | null {
  return recent[0] ?? null;
}

export function usedMilestone(id: number): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, MOST);
}

/** Those used last first, in that order; the others as they were. */
export function recentFirst<T extends { id: number }>(milestones: readonly T[]): T[] {
  const place = ({ id }: T) => (recent.includes(id) ? recent.indexOf(id) : MOST);
  return milestones.toSorted((one, other) => place(one) - place(other));
}
