// The sections of the window. Features announce themselves by features/<name>/section.ts; screens put together out of
// several features are named here.
import type { Section } from '$lib/nav';
import type { Component } from 'svelte';

const composed: Section[] = [
  {
    id: 'articles',
    title: 'section-articles',
    icon: 'articles',
    order: 20,
    count: 'articles',
    load: () => import('./screens/ArticlesScreen.svelte'),
  },
  { id: 'bin', title: 'section-bin', icon: 'bin', load: () => import('./screens/BinScreen.svelte') },
];

const announced = import.meta.glob<{ section: Section }>('../features/*/section.ts', { eager: true });

export const SECTIONS: readonly Section[] = [
  ...composed,
  ...Object.values(announced).map(({ section }) => section),
].sort((a, b) => (a.order ?? 1000) - (b.order ?? 1000));

/** Those the sidebar lists, in order. */
export const LISTED = SECTIONS.filter((section) => section.order !== undefined);

export function sectionOf(id: string): Section | undefined {
  return SECTIONS.find((section) => section.id === id);
}

const screens = new Map<string, Promise<Component>>();

/** The screen of a section, fetched when it is first asked for: who opens the window does not wait for screens not gone to. */
export function screenOf(section: Section): Promise<Component> {
  const known = screens.get(section.id);
  if (known) return known;
  const screen = section.load().then((module) => module.default);
  // What failed is tried again.
  screen.catch(() => screens.delete(section.id));
  screens.set(section.id, screen);
  return screen;
}
