/** Every screen, light and dark, on the bundled dossier: it shows something, axe finds nothing, no rule is broken, nothing overflows. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { setTheme } from '../pages/theme';
import { SCREENS } from '../shots/screens';

/** Longer than any motion of the interface, so that axe sees colours at rest. */
const AT_REST = 400;

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const scratch = scratchFolder('screens');
  let desk: Desk;
  beforeAll(async () => {
    const dossier = join(scratch, 'union-state.dossier');
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await setTheme(desk.window, theme);
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it.each(SCREENS)('$name', async (screen) => {
    await desk.window.route(screen.route);
    await screen.then?.(desk.window);
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    // From wide to narrow: what took the width it was given must give it back.
    await desk.window.resize(1920, 1080);
    await sleep(AT_REST);
    await desk.window.resize(900, 600);
    await desk.window
      .until('a page no wider than the window', () =>
        desk.window.script('return document.documentElement.scrollWidth <= innerWidth'),
      )
      .catch(async (thrown: unknown) => {
        const wide = await desk.window.script(`
          return [innerWidth, ...[...document.querySelectorAll('*')]
            .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
            .map((one) => one.tagName + '.' + one.getAttribute('class') + ' ' + one.getBoundingClientRect().right)].slice(0, 12)`);
        throw new Error(`${String(thrown)}: ${JSON.stringify(wide)}`, { cause: thrown });
      });
    await desk.window.resize(1280, 800);
    await desk.window.press('Escape');
    expect(await desk.violations()).toEqual([]);
  });
});
