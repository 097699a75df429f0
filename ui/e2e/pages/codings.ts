/** Passages coded in the reader, by keyboard. */

import type { Session } from '../driver';

/** Opens an article and selects its first sentence in sight, and `more` after it. */
export async function selectSentence(window: Session, article: number, more = 0): Promise<void> {
  await window.route(`/articles/${String(article)}`);
  await (await window.css('[data-scroller]')).click();
  await window.press('s');
  for (let step = 0; step < more; step++) await window.press('Shift+s');
  await window.role('toolbar', { name: 'Actions for the selected passage' });
}

/** Codes the selected passage with the topic whose name begins so; with a memo where there is one. */
export async function codeWith(window: Session, topic: string, memo?: string): Promise<void> {
  await window.press('t');
  await window.role('dialog', { name: 'Topics of the passage' });
  await window.type(topic);
  await window.press(memo === undefined ? 'Enter' : 'Shift+Enter');
  if (memo === undefined) return;
  await window.role('textbox', { name: 'Memo' });
  await window.type(memo);
  await window.press('Enter');
}

/** Shows the coding with this memo, by its stripe in the margin. */
export async function showCoding(window: Session, memo: string): Promise<void> {
  await (await window.role('button', { name: new RegExp(`${memo}, coded: show the passage$`) })).click();
  await window.role('dialog', { name: 'Topics of the passage' });
}
