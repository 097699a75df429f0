/** An article that an older Chancery read is read again: foretold, done, its lost passage placed, and all undone. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';

/** Longer than any motion, so that axe sees colours at rest. */
const AT_REST = 400;
const TITLE = 'Belarus and Russia agree on a common gas market';

describe('an article read by an older Chancery', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  beforeEach(async () => {
    scratch = scratchFolder('read-again');
    dossier = join(scratch, 'older.dossier');
    const packed = readFileSync(join(import.meta.dirname, '../fixtures/older.dossier.gz'));
    writeFileSync(dossier, gunzipSync(packed));
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Older');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** A picture for whoever wants to see it. */
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (!folder) return;
    for (const theme of ['dark', 'light']) {
      await desk.window.script(`document.documentElement.dataset.theme = '${theme}'`);
      await sleep(AT_REST);
      writeFileSync(join(folder, `${name}-${theme}.png`), await desk.window.screenshot());
    }
  };
  const lost = async () =>
    (JSON.parse(await cli('--dossier', dossier, '--json', 'lost')) as { kind: string }[]).length;

  it('becomes what its original says; lost words are told, placed, and undone', async () => {
    const { window } = desk;
    await window.route('/articles/1');
    await window.role('heading', { name: 'News' });
    await window.press('Control+k');
    await window.role('combobox', { name: 'Commands' });
    await window.type('Read again from');
    await window.role('option', { name: /Read again from the original…/ });
    await window.press('Enter');
    await window.role('dialog', { name: 'Read again from the original' });
    await window.text('2 of 4 found again');
    await window.text('2 no longer stand in the text');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('read-again');
    await (await window.role('button', { name: 'Read again' })).click();
    await window.text('Read “News” again');
    await window.role('heading', { name: TITLE });
    await window.text('Passages not found');
    expect(await lost()).toBe(2);
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('read-again-reader');

    await window.route('/overview');
    await (await window.role('link', { name: /2\s*passages not found/ })).click();
    await window.text('Since their articles were read again');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('read-again-lost');
    await (await window.role('button', { name: 'Take what stands there' })).click();
    await window.text('Gave a passage of');
    await window.until('one of them', async () => (await lost()) === 1);

    await window.route('/milestones/1');
    await window.text('A common gas market is promised');
    await photograph('read-again-milestone');
    await window.route('/lost');
    await window.text('Since their articles were read again');
    await (await window.role('button', { name: 'Take what stands there' })).click();
    await window.text('Every passage stands in its article');
    for (const left of [1, 2, 0]) {
      await window.press('Control+z');
      await window.until(`${String(left)} left`, async () => (await lost()) === left);
    }
    await window.route('/articles/1');
    await window.role('heading', { name: 'News' });
  });
});
