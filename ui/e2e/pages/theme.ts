/** Light or dark, chosen as an analyst does: by the palette. */

import type { Session } from '../driver';

const WORDS = { light: 'Light', dark: 'Dark' } as const;

export async function setTheme(window: Session, theme: 'light' | 'dark'): Promise<void> {
  if ((await current(window)) === theme) return;
  await window.role('navigation');
  await window.press('Control+k');
  const field = await window.role('combobox', { name: 'Commands' });
  await field.type(WORDS[theme]);
  await (await window.role('option', { name: new RegExp(`^${WORDS[theme]}(?! or)`) })).click();
  await window.until(`the ${theme} theme`, async () => (await current(window)) === theme);
}

async function current(window: Session): Promise<unknown> {
  return window.script('return document.documentElement.dataset.theme ?? null');
}
