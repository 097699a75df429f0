/** The one thing WebDriver can't reach: the system's own file dialog, answered by keys as a person would. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Desk, scratchFolder, sleep } from '../driver';

/** As long as GTK may take to draw its dialog. */
const DIALOG_MS = 1_000;

const scratch = scratchFolder('native');
let desk: Desk | undefined;
afterEach(async () => {
  await desk?.close();
  rmSync(scratch, { recursive: true, force: true });
});

it('imports the file chosen in the native dialog', async () => {
  const file = join(scratch, 'Brest.txt');
  mkdirSync(scratch, { recursive: true });
  writeFileSync(
    file,
    'Premiers meet in Brest\n\nBREST, December 13. The two premiers spoke of a working group on Thursday.\n',
  );
  const open = await Desk.open();
  desk = open;
  const keys = (...args: string[]) =>
    execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: open.screen }, encoding: 'utf8' });

  await open.window.text('Belarus–Russia Union State');
  const windows = () => keys('search', '--onlyvisible', '--name', '.').split('\n').filter(Boolean);
  const before = windows();
  // The answer to this key press may wait until the dialog is closed.
  const pressed = open.window.press('Control+o');
  const dialog = await open.window.until('the dialog', async () => {
    await sleep(DIALOG_MS);
    return windows().find((id) => !before.includes(id));
  });
  // Without a window manager the focus may come late: what was typed before it is typed again.
  await open.window.until('the dialog answered', async () => {
    keys('windowfocus', '--sync', dialog);
    keys('key', 'slash', 'ctrl+a', 'BackSpace');
    keys('type', '--delay', '20', file);
    await sleep(DIALOG_MS);
    keys('key', 'Return');
    await sleep(DIALOG_MS);
    return !windows().includes(dialog);
  });
  await pressed;
  await open.window.text('One article imported');
  expect(await open.violations()).toEqual([]);
});
