/** The preview of a briefing. */

import type { Session } from '../driver';

/** A debug build sets its first page slowly, the more so on a busy machine. */
export const TYPESETTING = 60_000;

/** Waits for the first page as it will print. */
export async function firstPage(window: Session): Promise<void> {
  await window.until('the first page', async () => (await window.all('img')).length > 0, TYPESETTING);
}
