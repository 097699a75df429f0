// What a feature says about itself to appear in the window: features/<name>/section.ts exports one as `section`.
import type { PlainKey } from '$lib/i18n';
import type { IconName } from '$lib/kit/icons';
import type { Component } from 'svelte';

export interface Section {
  /** First word of the hash, `#/notes`. */
  id: string;
  title: PlainKey;
  icon: IconName;
  /** Place in the sidebar: overview 10, articles 20, milestones 30, topics 40, notes 50, briefings 60. Absent: not listed. */
  order?: number;
  /** The key that jumps here, `Mod+1`…; given by order when absent. */
  shortcut?: string;
  /** The figure beside the name; its name in the result of the counts command. */
  count?: string;
  /** Fetches its screen. */
  load: () => Promise<{ default: Component }>;
}
