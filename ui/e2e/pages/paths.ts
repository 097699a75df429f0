/** Paths handed to the desk instead of the system's dialogs, which WebDriver can't reach. */

import type { Session } from '../driver';

/** The next dialog for files answers with this path instead of opening. Debug builds of the desk only. */
export async function offerPath(window: Session, path: string): Promise<void> {
  await window.script(
    'window.__offered = window.__TAURI_INTERNALS__.invoke("offer_path", { path: arguments[0] })',
    path,
  );
}
