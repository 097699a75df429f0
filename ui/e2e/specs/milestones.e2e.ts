/** The register on any day: what was known by then, what had happened by then, what two days differ in; and a date typed in words. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, Desk, scratchFolder } from '../driver';

const DRAFTS = 'Drafts of 31 roadmaps prepared';

describe('milestones', () => {
  const scratch = scratchFolder('milestones');
  const dossier = join(scratch, 'union-state.dossier');
  let desk: Desk;

  const rows = async () =>
    (await desk.window.script(
      `return [...document.querySelectorAll('[role="grid"] [role="row"], [role="treegrid"] [role="row"]')].map((row) => row.innerText)`,
    )) as string[];
  const shows = async (title: string) => (await rows()).some((row) => row.includes(title));

  beforeAll(async () => {
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.role('navigation');
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('tells what was known by a day, and what had happened by it', async () => {
    await desk.window.route('/milestones?lane=roadmaps&by=known-by&day=2021-03-01');
    await desk.window.text('by 1 Mar 2021');
    expect(await shows(DRAFTS)).toBe(false);
    await desk.window.route('/milestones?lane=roadmaps&by=happened-by&day=2019-12-01');
    await desk.window.until('the drafts prepared', () => shows(DRAFTS));
    await desk.window.route('/milestones?lane=roadmaps&by=known-by&day=2021-06-01');
    await desk.window.until('the drafts known', () => shows(DRAFTS));
  });

  it('lists what two days differ in, with the passages', async () => {
    await desk.window.route('/milestones?lane=roadmaps&by=known-by&day=2021-03-01');
    await (await desk.window.role('button', { name: 'Compare with another day…' })).click();
    await desk.window.role('dialog', { name: 'What became known between two days' });
    await desk.window.text('became known', '[role="dialog"]');
    await desk.window.text(DRAFTS, '[role="dialog"]');
    await desk.window.press('Escape');
    await (await desk.window.role('button', { name: 'Back to today' })).click();
    await desk.window.until(
      'the place of today',
      async () => !(await desk.window.url()).includes('known-by'),
    );
  });

  it('reads a date as it is typed', async () => {
    await desk.window.route('/milestones');
    await desk.window.press('Control+Shift+m');
    await desk.window.role('dialog', { name: 'New milestone' });
    await desk.window.type('Talks on oil end');
    await (await desk.window.role('textbox', { name: 'When' })).click();
    await desk.window.type('осенью 2019?');
    await desk.window.text('2019-23?', '[role="dialog"]');
    await desk.window.press('Enter');
    const kept = async () => {
      const { milestones } = JSON.parse(await cli('--dossier', dossier, '--json', 'milestones')) as {
        milestones: { title: { en: string }; date: string }[];
      };
      return milestones.find(({ title }) => title.en === 'Talks on oil end')?.date;
    };
    await desk.window.until('the milestone', async () => (await kept()) === '2019-23?');
    await desk.window.until('the dialog gone', () =>
      desk.window.script('return document.querySelector("[role=dialog]") === null'),
    );
    await desk.window.press('Control+z');
    await desk.window.until('it gone', async () => (await kept()) === undefined);
    await desk.window.until('its row gone', async () => !(await shows('Talks on oil end')));
  });
});
