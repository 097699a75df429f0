/** Articles go out from the list, and outlets are graded and merged: what the window does stands in the dossier. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { offerPath } from '../pages/paths';

interface Outlet {
  id: number;
  name: string;
  grade: string | null;
  kind: string | null;
  names: string[];
}

/** Longer than any motion, so that axe sees colours at rest. */
const AT_REST = 400;

describe('out again', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const outlets = () => ask<Outlet[]>('outlets');

  beforeEach(async () => {
    scratch = scratchFolder('out');
    dossier = join(scratch, 'Союзное государство.dossier');
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** A picture for whoever wants to see it. */
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  it('writes the articles of the filter, and those that are marked', async () => {
    const [tass] = (await outlets()).filter(({ name }) => name === 'TASS');
    await desk.window.route(`/articles?outlet=${String(tass?.id)}`);
    await (await desk.window.role('button', { name: /^Export articles/ })).click();
    await desk.window.role('dialog', { name: 'Export articles' });
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await photograph('export');
    await (await desk.window.role('radio', { name: /^RIS/ })).click();
    const ris = join(scratch, 'статьи.ris');
    await offerPath(desk.window, ris);
    await (await desk.window.role('button', { name: /^Choose where/ })).click();
    await desk.window.until('the file', () => Promise.resolve(existsSync(ris)));
    await desk.window.text('2 articles written to');
    expect(readFileSync(ris, 'utf8').match(/^TY {2}- NEWS/gm)).toHaveLength(2);

    await (await desk.window.role('option', { name: /Integration of Russia/ })).click();
    await desk.window.press('Space');
    await (await desk.window.role('button', { name: /^Export the marked/ })).click();
    await desk.window.text('The one marked article');
    await (await desk.window.role('radio', { name: /^Originals/ })).click();
    const zip = join(scratch, 'marked.zip');
    await offerPath(desk.window, zip);
    await (await desk.window.role('button', { name: /^Choose where/ })).click();
    await desk.window.until('the archive', () => Promise.resolve(existsSync(zip)));
    expect(readFileSync(zip).includes('SHA256SUMS')).toBe(true);
    expect(await desk.violations()).toEqual([]);
  });

  it('grades an outlet, takes a hint, merges two and undoes it', async () => {
    const before = await outlets();
    const named = async (name: string) => (await outlets()).find((one) => one.name === name);
    const tass = await named('TASS');
    const other = before.find(({ name }) => name !== 'TASS');
    await desk.window.route(`/outlets/${String(tass?.id)}`);
    await desk.window.role('radio', { name: /^B.*usually reliable/ });
    // The circle itself is out of sight: its label is what one points at.
    await (await desk.window.css('fieldset label:nth-child(2)')).click();
    await desk.window.until('the grade', async () => (await named('TASS'))?.grade === 'B');
    await desk.window.text('Graded TASS B');
    await (await desk.window.role('button', { name: /^Take “state agency”/ })).click();
    await desk.window.until('the sort', async () => (await named('TASS'))?.kind === 'state-agency');
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await photograph('outlet');

    await (await desk.window.role('button', { name: /^Merge with another/ })).click();
    await desk.window.role('dialog', { name: 'TASS is the same as' });
    await desk.window.type(other?.name ?? '');
    await desk.window.press('Enter');
    await desk.window.until('one outlet less', async () => (await outlets()).length === before.length - 1);
    expect((await named(other?.name ?? ''))?.names).toContain('TASS');
    await desk.window.route('/overview');
    await (await desk.window.role('button', { name: /^Undo/ })).click();
    await desk.window.until('both again', async () => (await outlets()).length === before.length);

    await desk.window.route('/articles/4');
    await desk.window.role('img', { name: /Source grade B/ });
    await photograph('graded');
    expect((await ask<{ sound: boolean }>('verify')).sound).toBe(true);
    expect(await desk.violations()).toEqual([]);
  });
});
