// Topics in the window: the codebook as a tree, each topic with its terms and where they hit.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'topics',
  title: 'section-topics',
  icon: 'topics',
  order: 40,
  count: 'topics',
  load: () => import('./TopicsScreen.svelte'),
};
