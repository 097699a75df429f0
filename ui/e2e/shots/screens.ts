/** The screens that are photographed, each with the way there. A new screen is a new line. */

import type { Session } from '../driver';
import { firstPage } from '../pages/briefing';

export interface Screen {
  /** The file name, without size and theme. */
  name: string;
  /** The route, as it stands in the hash. */
  route: string;
  /** What else to do before the picture: open a thing, a palette, a menu. */
  then?: (window: Session) => Promise<void>;
}

/** Lays out a briefing where none is yet, and waits for its first page. Which of both it is shows when the list has come. */
async function openBriefing(window: Session): Promise<void> {
  const isOpen = async () => (await window.allByRole('heading', { name: 'Blocks' })).length > 0;
  const begin = async () => (await window.allByRole('button', { name: /new briefing/i }))[0];
  await window.until(
    'a briefing or the way to one',
    async () => (await isOpen()) || (await begin()) !== undefined,
  );
  if (!(await isOpen())) await (await begin())?.click();
  await firstPage(window);
}

export const SCREENS: Screen[] = [
  { name: 'overview', route: '/overview' },
  { name: 'articles', route: '/articles' },
  { name: 'reader', route: '/articles/1' },
  { name: 'milestones', route: '/milestones' },
  { name: 'milestone', route: '/milestones/1' },
  { name: 'as-of', route: '/milestones?by=known-by&day=2021-06-01' },
  { name: 'topics', route: '/topics/13' },
  { name: 'notes', route: '/notes/1' },
  { name: 'search', route: '/search?q=integration' },
  { name: 'briefings', route: '/briefings', then: openBriefing },
  { name: 'outlets', route: '/outlets' },
  { name: 'imports', route: '/imports' },
  { name: 'look', route: '/look' },
  { name: 'settings', route: '/settings' },
  { name: 'palette', route: '/overview', then: (window) => window.press('Control+k') },
];

export const SIZES = [
  [1280, 800],
  [1920, 1080],
] as const;

export const THEMES = ['light', 'dark'] as const;
