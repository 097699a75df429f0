/** Light or dark, chosen as an analyst does: by the palette. */

import type { Session } from '../driver';

export async function setTheme(window: Session, theme: 'light' | 'dark'): Promise<void> {
  await window.until('the interface', () =>
    window.script('return document.querySelector("[data-theme]") !== null'),
  );
  if ((await current(window)) === theme) return;
  await window.press('Control+k');
  const field = await window.role('combobox');
  await field.type(theme);
  await window.press('Enter');
  await window.until(`the ${theme} theme`, async () => (await current(window)) === theme);
}

async function current(window: Session): Promise<unknown> {
  return window.script('return document.querySelector("[data-theme]").dataset.theme');
}
