// The review queue: suggestions that wait, decided one by one by keyboard, what teaches most first.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'review',
  title: 'section-to-review',
  icon: 'review',
  load: () => import('./ReviewScreen.svelte'),
};
