// Notes in the window: list, editor with live links, backlinks.
import type { Section } from '$lib/nav';
import NotesScreen from './NotesScreen.svelte';

export const section: Section = {
  id: 'notes',
  title: 'section-notes',
  icon: 'notes',
  order: 50,
  count: 'notes',
  component: NotesScreen,
};
