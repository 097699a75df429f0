// Files dropped on the window: the section that is open may want them before they are imported as articles.
type Taker = (paths: readonly string[]) => boolean;

let takers: readonly Taker[] = [];

/** Offers what is dropped to `taker` first, which says whether it takes it; the result stops that. */
export function takeDrops(taker: Taker): () => void {
  takers = [...takers, taker];
  return () => (takers = takers.filter((other) => other !== taker));
}

/** Whether somebody took the files. */
export function dropTaken(paths: readonly string[]): boolean {
  return takers.toReversed().some((taker) => taker(paths));
}
