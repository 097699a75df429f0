// The sections of the window. Features announce themselves by features/<name>/section.ts; screens put together out of
// several features are named here.
import type { Section } from '$lib/nav';
import ArticlesScreen from './screens/ArticlesScreen.svelte';
import BinScreen from './screens/BinScreen.svelte';

const composed: Section[] = [
  {
    id: 'articles',
    title: 'section-articles',
    icon: 'articles',
    order: 20,
    count: 'articles',
    component: ArticlesScreen,
  },
  { id: 'bin', title: 'section-bin', icon: 'bin', component: BinScreen },
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
