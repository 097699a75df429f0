// Passages that stand nowhere since their articles were read again.
import type { Section } from '$lib/nav';
import LostScreen from './LostScreen.svelte';

export const section: Section = { id: 'lost', title: 'section-lost', icon: 'eye', component: LostScreen };
