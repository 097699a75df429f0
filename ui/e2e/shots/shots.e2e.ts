/** Photographs every screen in every size and theme. Run by `cargo xtask shots`. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, Desk, scratchFolder, sleep } from '../driver';
import { setTheme } from '../pages/theme';
import { SCREENS, SIZES, THEMES } from './screens';

const folder = process.env['CHANCERY_SHOTS'] ?? '';
/** Long enough for fonts, the list's first rows and the last 120 ms of any motion. */
const SETTLE = 600;

/** A note as an analyst would write it, so that the screen shows what it is for. */
const NOTE = `By November 2019 there were drafts of 31 roadmaps ([[milestone:14|drafts]]); by February 2021
"6-7" were left. In September 2021 one speaks of *Union State programmes*: [[milestone:20]].

No passage says that the one became the other. To be asked.

- [[article:5]] tells both figures
- [[topic:6]]
`;

describe.each(THEMES)('%s', (theme) => {
  it.each(SIZES)('at %i × %i', async (width, height) => {
    expect(folder, 'run this through cargo xtask shots').not.toBe('');
    mkdirSync(folder, { recursive: true });
    const scratch = scratchFolder('shots');
    const dossier = join(scratch, 'union-state.dossier');
    await cli('new', dossier, '--bundled', 'union-state');
    const note = join(scratch, 'note.md');
    writeFileSync(note, NOTE);
    await cli('--dossier', dossier, 'notes', 'add', 'What became of the roadmaps', '--file', note);
    const desk = await Desk.open({ width, height, args: ['--dossier', dossier] });
    try {
      await setTheme(desk.window, theme);
      // The palette the theme was chosen in has to be gone before the first picture.
      await desk.window.press('Escape');
      await sleep(SETTLE);
      for (const screen of SCREENS) {
        await desk.window.route(screen.route);
        await sleep(SETTLE);
        await screen.then?.(desk.window);
        await sleep(screen.then === undefined ? 0 : SETTLE);
        const file = `${screen.name}-${String(width)}-${theme}.png`;
        writeFileSync(join(folder, file), await desk.window.screenshot());
        await desk.window.press('Escape');
      }
    } finally {
      await desk.close();
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});
