// Which headings are folded; remembered by the window.
import { pref } from '$lib/prefs.svelte';
import type { TopicRow } from '../codebook';

const stored = pref('topics.folded', '');
const ids = $derived(new Set(stored.value.split(',').filter(Boolean).map(Number)));

export function folded(topic: number): boolean {
  return ids.has(topic);
}

export function fold(topic: number, shut: boolean): void {
  const next = new Set(ids);
  if (shut) next.add(topic);
  else next.delete(topic);
  stored.value = [...next].join(',');
}

/** The rows in sight: none under a folded one. */
export function unfolded(rows: readonly TopicRow[]): TopicRow[] {
  let under = Number.POSITIVE_INFINITY;
  return rows.filter(({ topic, depth }) => {
    if (depth > under) return false;
    under = ids.has(topic.id) ? depth : Number.POSITIVE_INFINITY;
    return true;
  });
}
