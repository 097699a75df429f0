/** Passages found or selected, made evidence of milestones. */

import type { Element, Point, Session } from '../driver';

/** Searches, and goes to the first hit. */
export async function searchFor(window: Session, words: string, told: string): Promise<void> {
  await window.press('/');
  await window.type(words);
  await window.press('Enter');
  await window.text(told);
  await window.press('ArrowDown');
  await window.until('a hit in focus', async () => (await hit(window)) !== '');
}

/** The hit in focus, in words. */
export async function hit(window: Session): Promise<string> {
  return String(
    await window.script(`
      const list = document.activeElement?.closest('[role="listbox"]');
      return document.getElementById(list?.getAttribute('aria-activedescendant') ?? '')?.innerText ?? '';
    `),
  );
}

/** Marks hits from the first in focus on, one after another. */
export async function markHits(window: Session, number: number): Promise<void> {
  for (let marked = 1; marked <= number; marked++) {
    await window.press('Space');
    await window.text(marked === 1 ? 'one passage marked' : `${String(marked)} passages marked`);
    if (marked === number) return;
    const before = await hit(window);
    await window.press('ArrowDown');
    await window.until('the next hit', async () => (await hit(window)) !== before);
  }
}

/** Chooses a milestone in the dialog that asks for one. */
export async function chooseMilestone(window: Session, title: string): Promise<void> {
  await window.role('combobox', { name: 'Find a milestone' });
  await window.text(title, '[role="dialog"]');
  await window.type(title);
  await window.until(
    'it alone',
    async () => (await window.all('[role="dialog"] [role="option"]')).length === 1,
  );
  await window.press('Enter');
  await window.until('the dialog to go', async () => (await window.all('[role="dialog"]')).length === 0);
}

/** Drags something, or from a point, onto a milestone that is drawn, or is once one drags; `meanwhile` looks on. */
export async function dragOnto(
  window: Session,
  what: Element | Point,
  milestone: number,
  meanwhile?: () => Promise<void>,
): Promise<void> {
  const from = 'x' in what ? what : await window.middle(what);
  await window.take(from, { x: from.x + 12, y: from.y + 4 });
  await window.css(`[data-milestone="${String(milestone)}"]`);
  await meanwhile?.();
  const place = await window.css(`[data-milestone="${String(milestone)}"]`);
  await window.drop(await window.middle(place));
}
