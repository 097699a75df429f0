// Imports in the window: bringing files in, what runs, and the report of each import.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'imports',
  title: 'section-imports',
  icon: 'import',
  order: 70,
  load: () => import('./ImportsScreen.svelte'),
};
