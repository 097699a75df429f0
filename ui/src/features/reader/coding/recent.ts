// The topics passages were coded with last, so that they are offered first. By slug: ids differ between dossiers.
import { pref } from '$lib/prefs.svelte';

const MOST = 5;
const stored = pref<string>('coding.recent', '');

/** Slugs, the last used first. */
export function recentTopics(): string[] {
  return stored.value.split(' ').filter(Boolean);
}

export function useTopic(slug: string): void {
  stored.value = withRecent(recentTopics(), slug).join(' ');
}

export function withRecent(recent: readonly string[], slug: string): string[] {
  return [slug, ...recent.filter((known) => known !== slug)].slice(0, MOST);
}

/** Options with the recently used ones on top, everything else in its order. */
export function recentFirst<O extends { slug: string; depth?: number; disabled?: boolean }>(
  options: readonly O[],
  recent: readonly string[],
): O[] {
  const first = recent.flatMap(
    (slug) => options.find((option) => option.slug === slug && !option.disabled) ?? [],
  );
  return [
    ...first.map((option) => ({ ...option, depth: 0 })),
    ...options.filter((option) => !first.includes(option)),
  ];
}
