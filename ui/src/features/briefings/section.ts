// Briefings in the window: blocks on the left, the page as it will print on the right.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'briefings',
  title: 'section-briefings',
  icon: 'briefings',
  order: 60,
  count: 'briefings',
  load: () => import('./BriefingsScreen.svelte'),
};
