/** The status ladder: opened by the palette, a preset begun with, statuses sent to other steps, taken. */

import type { Session } from '../driver';

const DIALOG = '[role="dialog"]';

export async function openLadder(window: Session): Promise<void> {
  await window.press('Control+k');
  const field = await window.role('combobox', { name: 'Commands' });
  await field.type('Status ladder');
  await (await window.role('option', { name: /^Status ladder/ })).click();
  await window.role('dialog', { name: 'Status ladder' });
}

/** Chooses in a list that is opened by a button whose name begins so. */
export async function choose(window: Session, list: RegExp, option: string): Promise<void> {
  await (await window.role('button', { name: list })).click();
  await (await window.role('option', { name: option })).click();
  await window.until(`${option} chosen`, async () => {
    const names = await Promise.all(
      (await window.allByRole('button', { name: list })).map((one) => one.label()),
    );
    return names.some((name) => name.endsWith(`: ${option}`));
  });
}

export async function takeLadder(window: Session): Promise<void> {
  await window.until('it can be taken', () =>
    window.script(`return !document.querySelector('${DIALOG} button:last-child[disabled]')`),
  );
  await (await window.role('button', { name: 'Use this ladder' })).click();
  await window.until('the dialog gone', () =>
    window.script(`return document.querySelector('${DIALOG}') === null`),
  );
}
