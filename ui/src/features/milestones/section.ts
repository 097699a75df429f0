// Milestones in the window: time axis, register, inspector.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'milestones',
  title: 'section-milestones',
  icon: 'milestones',
  order: 30,
  count: 'milestones',
  load: () => import('./MilestonesScreen.svelte'),
};
