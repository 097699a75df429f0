// The day the whole window looks at: register, axis, overview and briefings all turn to it. Null is today.
import { route, slide } from '$lib/nav';
import { asOfOf, type AsOf } from './days';

let current = $state.raw<AsOf | null>(null);

export function asOf(): AsOf | null {
  return current;
}

/** Turns the window to a day, or back to today; a place that named another day names it no longer. */
export function lookAsOf(next: AsOf | null): void {
  current = next;
  const { section, id, params } = route();
  if (!('by' in params || 'day' in params)) return;
  slide(
    section,
    id,
    Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'by' && name !== 'day')),
  );
}

/** A place may name a day (`?by=known-by&day=2021-03-01`): arriving there turns the window to it. Follows while the caller lives. */
export function followPlace(): void {
  $effect.pre(() => {
    const named = asOfOf(route().params);
    if (named) current = named;
  });
}
