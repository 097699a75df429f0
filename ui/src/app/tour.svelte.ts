// The tour of the first start: five places, each shown while it is spoken of. It is left at any step and comes once.
import type { PlainKey } from '$lib/i18n';
import { go } from '$lib/nav';
import { flushPrefs, pref } from '$lib/prefs.svelte';

export interface TourStep {
  /** The section in sight during the step. */
  section: string;
  title: PlainKey;
  text: PlainKey;
}

export const TOUR_STEPS: readonly TourStep[] = [
  { section: 'overview', title: 'tour-overview-title', text: 'tour-overview-text' },
  { section: 'articles', title: 'tour-articles-title', text: 'tour-articles-text' },
  { section: 'milestones', title: 'tour-milestones-title', text: 'tour-milestones-text' },
  { section: 'briefings', title: 'tour-briefings-title', text: 'tour-briefings-text' },
  { section: 'overview', title: 'tour-own-title', text: 'tour-own-text' },
];

/** What the window remembers of a tour that was left or finished; the tests' desk is told so before it opens. */
const LEFT = 'left';

class Tour {
  #at = $state<number | null>(null);
  readonly #remembered = pref('tour', '');

  /** The step at hand, from 0; null while there is no tour. */
  get at(): number | null {
    return this.#at;
  }

  get step(): TourStep | undefined {
    return this.#at === null ? undefined : TOUR_STEPS[this.#at];
  }

  get last(): boolean {
    return this.#at === TOUR_STEPS.length - 1;
  }

  /** Begins on its own where nobody has left it yet. */
  offer(): void {
    if (this.#at === null && this.#remembered.value !== LEFT) this.start();
  }

  start(): void {
    this.#show(0);
  }

  /** One step on, or the end of it. */
  next(): void {
    if (this.#at === null) return;
    if (this.last) this.leave();
    else this.#show(this.#at + 1);
  }

  back(): void {
    if (this.#at) this.#show(this.#at - 1);
  }

  leave(): void {
    this.#at = null;
    this.#remembered.value = LEFT;
    // Who leaves it and closes the window at once has left it all the same.
    flushPrefs();
  }

  #show(at: number): void {
    this.#at = at;
    const section = TOUR_STEPS[at]?.section;
    if (section) go(section);
  }
}

export const tour = new Tour();
