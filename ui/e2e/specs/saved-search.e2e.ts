/** A question kept: what came in since one looked is told, marked and then seen; its fields are completed as they are typed. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';

const FIRST: Record<string, string> = {
  'gas.txt': 'Цена на газ\n\nМИНСК, 9 сентября 2021. Цена на газ останется прежней, сообщил министр.',
  'oil.txt': 'Oil talks\n\nMOSCOW, 3 May 2021. The price of oil was named at the talks in Moscow.',
};
const LATER = 'Газ у Брэсце\n\nБРЭСТ, 4 мая 2020. Газ прыйшоў у горад, паведаміў міністр энергетыкі.';

describe('a saved search', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;
  const open = async () => {
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Names');
    await desk.window.role('navigation');
  };
  beforeEach(async () => {
    scratch = scratchFolder('saved-search');
    dossier = join(scratch, 'Поиск.dossier');
    await cli('new', dossier, '--name', 'Names');
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(FIRST)) writeFileSync(join(folder, name), text);
    await cli('--dossier', dossier, 'import', folder);
    await open();
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('tells after a restart what came in, marks it once, and is removed and brought back', async () => {
    await desk.window.press('/');
    await desk.window.type('газ');
    await desk.window.press('Enter');
    await desk.window.text('one article');
    await desk.window.press('Control+s');
    await desk.window.role('textbox', { name: 'Name of the saved search' });
    await desk.window.type('Gas news');
    await desk.window.press('Enter');
    await desk.window.text('Saved the search “Gas news”');
    await desk.window.role('heading', { name: 'Gas news' });
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    expect(await desk.violations()).toEqual([]);
    await desk.close();

    const later = join(scratch, 'later.txt');
    writeFileSync(later, LATER);
    await cli('--dossier', dossier, 'import', later);
    await open();
    await desk.window.route('/overview');
    await desk.window.text('New in saved searches');
    await desk.window.route('/search');
    await desk.window.text('one new');
    await desk.window.text('2 articles');
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await (await desk.window.role('link', { name: /Gas news/ })).click();
    await desk.window.role('heading', { name: 'Gas news' });
    await (await desk.window.role('button', { name: 'one new' })).click();
    await desk.window.text('Газ у Брэсце');
    await desk.window.text('one article');
    expect(await accessibilityFindings(desk.window)).toEqual([]);

    await desk.window.route('/overview');
    await desk.window.role('heading', { name: 'Names' });
    await desk.window.route('/search');
    await desk.window.text('2 articles');
    expect(await desk.window.script('return document.body.innerText')).not.toContain('one new');
    await (await desk.window.role('link', { name: /Gas news/ })).click();
    await (await desk.window.role('button', { name: 'Remove the saved search' })).click();
    await desk.window.text('Removed the saved search “Gas news”');
    await (await desk.window.role('button', { name: 'Undo' })).click();
    await desk.window.text('Undone: Removed the saved search “Gas news”');
    expect(await desk.violations()).toEqual([]);
  });

  it('has its fields completed by keyboard, and plain words left alone', async () => {
    const { window } = desk;
    await window.route('/search');
    await window.until('the field in focus', () =>
      window.script("return document.activeElement?.getAttribute('role') === 'combobox'"),
    );
    await window.type('price lan');
    await window.role('option', { name: /lang: its language/ });
    expect(await accessibilityFindings(window)).toEqual([]);
    await window.press('ArrowDown');
    await window.press('Tab');
    await window.role('option', { name: /English/ });
    await window.type('e');
    await window.press('Enter');
    await window.text('one article');
    await window.text('price lang:en');
    expect(await desk.violations()).toEqual([]);
  });
});
