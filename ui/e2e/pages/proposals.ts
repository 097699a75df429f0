/** The proposals, as an analyst works through them. */
import type { Session } from '../driver';

/** Opens the proposals and waits for the first. */
export async function openProposals(window: Session): Promise<void> {
  await window.route('/milestones?view=proposals');
  await window.role('button', { name: /^Accept A/ });
}

/** What the proposal on the screen would be called. */
export async function proposed(window: Session): Promise<string> {
  return (await (await window.css('article.scroll h2')).text()).trim();
}

/** Presses a key and waits until another proposal, or none, is on the screen. */
export async function pressAndGoOn(window: Session, key: string): Promise<void> {
  const before = await proposed(window);
  await window.press(key);
  await window.until('another proposal', async () => {
    const shown = await window.all('article.scroll h2');
    return shown[0] === undefined || (await shown[0].text().catch(() => before)).trim() !== before;
  });
}
