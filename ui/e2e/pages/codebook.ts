/** The codebook as an analyst works on it: opening a topic, writing it, choosing in its menus. */

import type { Session } from '../driver';

/** Opens a topic by its slug and waits for its page. */
export async function openTopic(window: Session, slug: string, label: string): Promise<void> {
  await window.route(`/topics/${slug}`);
  await window.role('heading', { name: label });
}

/** Begins to write the open topic, by its key. */
export async function beginWriting(window: Session): Promise<void> {
  await window.press('e');
  await window.role('textbox', { name: 'Name in English' });
}

/** Adds a term as one types it: into the line under the table, then Enter. */
export async function addTerm(window: Session, words: string): Promise<void> {
  const field = await window.role('textbox', { name: 'Add a term' });
  await field.click();
  await field.type(words);
  await window.press('Enter');
}

/** Chooses an action on the open topic from its menu. */
export async function chooseAction(window: Session, menu: RegExp, action: RegExp): Promise<void> {
  await (await window.role('button', { name: menu })).click();
  await (await window.role('menuitem', { name: action })).click();
}
