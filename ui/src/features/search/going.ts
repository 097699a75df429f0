// Going through passages grouped by article with the keys of a list.
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { moveTo } from '$lib/kit/selection';
import { rowsOf } from './hits';

/** A passage by the place of its article and its number within. */
export interface Step {
  place: number;
  part: number;
}

export const isBefore = (one: Step, other: Step): boolean =>
  one.place < other.place || (one.place === other.place && one.part < other.part);

/** Where a passage stands among hits, told with their places. */
export function stepOf(key: string, come: Iterable<readonly [number, SearchHitDto]>): Step | null {
  for (const [place, hit] of come) {
    const part = rowsOf(hit).findIndex((row) => row.key === key);
    if (part >= 0) return { place, part };
  }
  return null;
}

/** Where a key leads; null for other keys. `parts` tells how many passages stand at a place. */
export function stepTo(
  key: string,
  at: Step | null,
  length: number,
  page: number,
  parts: (place: number) => number,
): Step | null {
  const place = moveTo(key, at?.place ?? -1, length, page);
  if (place === null) return null;
  if (at && key === 'ArrowDown') {
    if (at.part + 1 < parts(at.place)) return { ...at, part: at.part + 1 };
    return place === at.place ? at : { place, part: 0 };
  }
  if (at && key === 'ArrowUp') {
    if (at.part > 0) return { ...at, part: at.part - 1 };
    return place === at.place ? at : { place, part: parts(place) - 1 };
  }
  return { place, part: key === 'End' || key === 'ArrowUp' ? parts(place) - 1 : 0 };
}
