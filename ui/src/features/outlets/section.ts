// Outlets in the window: who published, of what sort, how reliable in the analyst's eyes.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'outlets',
  title: 'section-outlets',
  icon: 'outlets',
  order: 65,
  load: () => import('./OutletsScreen.svelte'),
};
