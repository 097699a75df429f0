/** The status ladder: opened by the palette, a preset begun with, statuses sent to other steps, taken. */

import type { Session } from '../driver';

const DIALOG = '[role="dialog"]';

/** Runs a command of the palette by its title. */
export async function command(window: Session, title: string): Promise<void> {
  await window.press('Control+k');
  const field = await window.role('combobox', { name: 'Commands' });
  await field.type(title);
  await (await window.role('option', { name: new RegExp(`^${title}`) })).click();
}

export async function openLadder(window: Session): Promise<void> {
  await command(window, 'Status ladder');
  await window.role('dialog', { name: 'Status ladder' });
}

/** Chooses in a list of the dialog that is opened by a field whose name begins so. */
export async function choose(window: Session, dialog: string, list: RegExp, option: string): Promise<void> {
  const field = async () =>
    window.role('combobox', { name: list, within: await window.role('dialog', { name: dialog }) });
  await (await field()).click();
  await (await window.role('option', { name: option })).click();
  await window.until(`${option} chosen`, async () => (await (await field()).label()).endsWith(`: ${option}`));
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
