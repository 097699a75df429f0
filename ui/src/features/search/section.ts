// Search in the window; the field in the bar and the key / lead here.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'search',
  title: 'section-search',
  icon: 'search',
  load: () => import('./SearchScreen.svelte'),
};
