// The overview: what waits, how far it has come, what was done.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'overview',
  title: 'section-overview',
  icon: 'overview',
  order: 10,
  load: () => import('./OverviewScreen.svelte'),
};
