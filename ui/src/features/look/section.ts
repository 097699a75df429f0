// What needs a look, in the window: the queue of articles with a field in doubt, worked through by keyboard.
import type { Section } from '$lib/nav';

export const section: Section = {
  id: 'look',
  title: 'section-look',
  icon: 'eye',
  load: () => import('./LookScreen.svelte'),
};
