// Settings: how it looks, where the data lies, what was done, what this is. Opened from the foot of the sidebar.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'settings',
  title: 'section-settings',
  icon: 'settings',
  load: () => import('./SettingsScreen.svelte'),
};
