// Notes in the window: list, editor with live links, backlinks.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'notes',
  title: 'section-notes',
  icon: 'notes',
  order: 50,
  count: 'notes',
  load: () => import('./NotesScreen.svelte'),
};
