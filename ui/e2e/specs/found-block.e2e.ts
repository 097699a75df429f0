/** What a saved search finds becomes part of a briefing, and is found again when the index was made anew. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { firstPage } from '../pages/briefing';

const ARTICLES: Record<string, string> = {
  'one.txt':
    'Talks in Sochi\n\nThe two presidents met. They spoke of the gas price for an hour. Nothing was signed.',
  'two.txt': 'Talks in Minsk\n\nThe gas price stays as it is, the minister said. The talks go on in May.',
  'three.txt': 'Roaming\n\nThe two governments abolished roaming.',
};

describe('a saved search in a briefing', () => {
  const scratch = scratchFolder('found');
  const dossier = join(scratch, 'Знойдзена.dossier');
  let desk: Desk;
  beforeAll(async () => {
    await cli('new', dossier, '--name', 'Gas');
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
    await cli('--dossier', dossier, 'import', folder);
    await cli('--dossier', dossier, 'searches', 'save', 'Gas news', 'gas price');
    desk = await Desk.open({ args: ['--dossier', dossier] });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function command(words: string): Promise<void> {
    await desk.window.press('Control+k');
    await desk.window.role('combobox');
    await desk.window.type(words);
    await desk.window.role('option', { name: new RegExp(words) });
    await desk.window.press('Enter');
  }

  it('is added from the palette, told how much it shows, and printed with its sentences', async () => {
    const { window } = desk;
    await window.route('/briefings');
    await command('New briefing');
    await window.role('heading', { name: 'Blocks' });
    await command('Add what a saved search finds');
    await window.text('Asked anew each time the briefing is made');
    await (await window.role('combobox', { name: /Articles shown at most/ })).click();
    await (await window.role('option', { name: '5' })).click();
    await window.role('combobox', { name: 'Articles shown at most: 5' });
    await window.until('the choice to close', async () => (await window.all('[role=option]')).length === 0);
    await firstPage(window);
    expect(await accessibilityFindings(window)).toEqual([]);
    const [, briefing = ''] = /briefings\/(\d+)/.exec(await window.url()) ?? [];
    const file = join(scratch, 'b.md');
    // What is typed into a briefing is saved a moment later.
    const text = await window.until('the block in the file', async () => {
      await cli('--dossier', dossier, 'brief', '--briefing', briefing, '--format', 'md', '--output', file);
      const written = readFileSync(file, 'utf8').replaceAll('\u{a0}', ' ');
      return written.includes('## Gas news') ? written : undefined;
    });
    expect(text).toContain('Articles that answer “gas price”: 2.');
    expect(text).toContain('“They spoke of the gas price for an hour.”');
  });

  it('is found again when the index was made anew', async () => {
    const { window } = desk;
    await command('Make the search index anew');
    await window.route('/search?q=gas+price');
    await window.text('2 articles');
    expect(await desk.violations()).toEqual([]);
  });
});
