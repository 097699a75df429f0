// Passages that stand nowhere since their articles were read again.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'lost',
  title: 'section-lost',
  icon: 'eye',
  load: () => import('./LostScreen.svelte'),
};
