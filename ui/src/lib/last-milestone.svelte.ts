// The milestone a passage was last made evidence of, in this sitting: the next goes there by one key.
let last = $state.raw<number | null>(null);

export function lastMilestone(): number | null {
  return last;
}

export function usedMilestone(id: number): void {
  last = id;
}
