/** The review queue, as an analyst works through it. */
import type { Session } from '../driver';

/** Opens the queue of a topic and waits for its first suggestion. */
export async function openQueue(window: Session, slug: string): Promise<void> {
  await window.route(`/review?topic=${slug}`);
  await window.role('button', { name: /^Accept A/ });
}

/** The title of the article on the screen. */
export async function shownTitle(window: Session): Promise<string> {
  return (await (await window.css('article.scroll h2')).text()).trim();
}

/** Presses a key and waits until another article is on the screen. */
export async function pressAndGoOn(window: Session, key: string): Promise<string> {
  const before = await shownTitle(window);
  await window.press(key);
  return window.until('another article', async () => {
    const now = await shownTitle(window).catch(() => before);
    return now === before ? null : now;
  });
}
