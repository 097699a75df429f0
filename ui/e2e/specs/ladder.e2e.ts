/** A dossier is put on another status ladder: what becomes of statuses is shown first, everything is worded anew, all is undone. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { choose, command, openLadder, takeLadder } from '../pages/ladder';
import { setTheme } from '../pages/theme';

interface Told {
  title: { en: string };
  step: string | null;
  status: string | null;
}

const LADDER = 'Status ladder';
const DIALOG = '[role="dialog"]';
const GRID = '[role=treegrid]';

describe('the status ladder', () => {
  const scratch = scratchFolder('ladder');
  const dossier = join(scratch, 'лесвіца.dossier');
  let desk: Desk;

  const steps = async () => {
    const told = JSON.parse(await cli('--dossier', dossier, '--json', 'milestones')) as {
      milestones: Told[];
    };
    return told.milestones.filter(({ step }) => step !== null);
  };
  const standing = async () =>
    [...new Set((await steps()).map(({ step, status }) => `${step ?? ''} ${status ?? ''}`))].sort();
  const shows = (words: string, within: string) =>
    desk.window.until(`no “${words}” any more`, async () => {
      const text = await desk.window.script(`return document.querySelector('${within}')?.innerText ?? ''`);
      return !(text as string).includes(words);
    });

  /** Axe finds nothing once every motion has ended, however slow the machine. */
  const accessible = async () => {
    let found: unknown = [];
    await desk.window
      .until('nothing for axe to find', async () => {
        found = await accessibilityFindings(desk.window);
        return (found as unknown[]).length === 0;
      })
      .catch(() => expect(found).toEqual([]));
  };

  /** A picture for whoever wants to see it. */
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  beforeAll(async () => {
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.route('/milestones');
    await desk.window.role('treegrid', { name: 'Register of milestones' });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('shows what becomes of every status before it is changed, and lets that be chosen', async () => {
    await openLadder(desk.window);
    await desk.window.text('This is the ladder in use', DIALOG);
    await desk.window.text('9 statuses on 9 milestones', DIALOG);
    await accessible();
    await choose(desk.window, LADDER, /^Begin with/, 'Promise meter');
    await choose(desk.window, LADDER, /^What “begun” becomes/, 'compromise');
    await desk.window.text('means something else', DIALOG);
    await photograph('ladder-meter');
    await choose(desk.window, LADDER, /^What “begun” becomes/, 'in the works');
    await shows('means something else', DIALOG);
    await accessible();
    await takeLadder(desk.window);
    await desk.window.text('Changed the status ladder to “Promise meter”: 9 statuses went along');
    await desk.window.text('in the works', GRID);
    await shows('begun', GRID);
    expect(await standing()).toEqual(['in-the-works begun']);
  });

  it('sets a status by a step of it, and register and overview tell it so', async () => {
    const id = (
      JSON.parse(await cli('--dossier', dossier, '--json', 'milestones')) as {
        milestones: (Told & { id: number })[];
      }
    ).milestones.find(({ step }) => step !== null)?.id;
    await desk.window.route(`/milestones/${String(id)}`);
    await command(desk.window, 'Set status');
    await desk.window.role('dialog', { name: 'Set status' });
    await choose(desk.window, 'Set status', /^Status/, 'promise kept');
    await (await desk.window.role('textbox', { name: 'My judgement, because' })).type('The minister said so');
    await (await desk.window.role('button', { name: 'Set the status' })).click();
    await desk.window.text('to promise kept');
    await desk.window.text('promise kept', GRID);
    expect(await standing()).toEqual(['in-the-works begun', 'kept done']);
    await desk.window.route('/overview');
    await desk.window.text('promise kept', 'table');
    await desk.window.text('11 %', 'tfoot');
    await accessible();
    await photograph('overview-ladder');
    // A figure leads to the milestones behind it.
    await desk.window.script(`document.querySelector('tfoot a[href*="status=kept"]').click()`);
    await desk.window.role('treegrid', { name: 'Register of milestones' });
    await shows('in the works', GRID);
    await desk.window.text('promise kept', GRID);
  });

  it('is drawn up by keyboard: a step added, put in order, and named twice it is refused', async () => {
    await desk.window.route('/milestones');
    await openLadder(desk.window);
    await (await desk.window.role('button', { name: 'Add a step' })).click();
    await desk.window.until('the words of the new step in focus', () =>
      desk.window.script(
        `return document.activeElement.getAttribute('id') !== null && document.activeElement.value === ''`,
      ),
    );
    await desk.window.type('compromise');
    await desk.window.text('Two steps are called or marked alike', DIALOG);
    await desk.window.type(' of sorts');
    await shows('Two steps are called or marked alike', DIALOG);
    await desk.window.press('Alt+ArrowUp');
    await desk.window.text('compromise of sorts is step 6 of 7', DIALOG);
    await accessible();
    for (const theme of ['dark', 'light'] as const) {
      await desk.window.press('Escape');
      await desk.window.until('the dialog gone', () =>
        desk.window.script(`return document.querySelector('[role="dialog"]') === null`),
      );
      await setTheme(desk.window, theme);
      await openLadder(desk.window);
      await photograph(`ladder-${theme}`);
      await accessible();
    }
    await desk.window.press('Escape');
  });

  it('is as it was when all of it is undone', async () => {
    await desk.window.until('the dialog gone', () =>
      desk.window.script(`return document.querySelector('[role="dialog"]') === null`),
    );
    await desk.window.press('Control+z');
    await desk.window.until('the status taken back', async () => (await standing()).length === 1);
    await desk.window.press('Control+z');
    await desk.window.until('the ladder taken back', async () => (await standing())[0] === 'begun begun');
    await desk.window.text('begun', GRID);
    await shows('in the works', GRID);
    expect(await steps()).toHaveLength(9);
  });
});
