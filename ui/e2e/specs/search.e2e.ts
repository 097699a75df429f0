/** A name typed in one script finds it in the others, and only as typed where one asks for that. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';

const ARTICLES: Record<string, string> = {
  'en.txt':
    'Visit to Sochi\n\nLukashenko arrived in Sochi for talks on the price of gas with the Russian president.',
  'ru.txt': 'Поездка в Сочи\n\nЛукашенко прибыл в Сочи на переговоры о цене на газ с российским президентом.',
  'be.txt': 'Паездка ў Сочы\n\nЛукашэнка прыбыў у Сочы на перамовы аб цане на газ з расійскім прэзідэнтам.',
};

/** More than come with an answer. */
const STATIONS = 160;
const REPORTS = Array.from({ length: STATIONS }, (_, number) =>
  JSON.stringify({
    title: `Report of station ${String(number + 1)}`,
    text: `Station ${String(number + 1)} pays the tariff that was agreed upon for the year in question.`,
  }),
);

describe('searching', () => {
  let scratch: string;
  let desk: Desk;
  beforeEach(async () => {
    scratch = scratchFolder('search');
    const dossier = join(scratch, 'Поиск.dossier');
    await cli('new', dossier, '--name', 'Names');
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'reports.jsonl'), REPORTS.join('\n'));
    await cli('--dossier', dossier, 'import', folder);
    const newest = join(scratch, 'newest.txt');
    writeFileSync(
      newest,
      'Toll of the bridge\n\nThe toll of the bridge over the Sozh was raised again in the spring.',
    );
    await cli('--dossier', dossier, 'import', newest);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Names');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('finds a name in other letters, says so, and takes it as typed when told to', async () => {
    const { window } = desk;
    await window.role('navigation');
    await window.press('/');
    await window.type('lukashenko');
    await window.press('Enter');
    await window.text('3 articles');
    await window.text('also as лукашенко');
    expect(await accessibilityFindings(window)).toEqual([]);
    await (await window.role('button', { name: 'Only as typed' })).click();
    await window.text('one article');
    await window.text('names only as typed');
    await (await window.role('button', { name: 'Also in other letters' })).click();
    await window.text('3 articles');
    expect(await desk.violations()).toEqual([]);
  });

  it('tells how a question was read, what of it is left out, and finds by fields and neighbours', async () => {
    const { window } = desk;
    await window.role('navigation');
    await window.route('/search');
    await window.text('with at most five words between');
    await window.press('/');
    await window.type('газ NEAR/1 цена OR газ NEAR/1 цана lang:ru,be before:soon');
    await window.press('Enter');
    await window.text('before:soon');
    await window.text('is left out: no date is named');
    await window.text('2 articles');
    await (await window.role('button', { name: 'How it was read' })).click();
    await window.text('Looked for as');
    expect(await accessibilityFindings(window)).toEqual([]);
    expect(await desk.violations()).toEqual([]);
  });

  it('is narrowed by what stands beside the hits, which is written into the words', async () => {
    const { window } = desk;
    const question = () =>
      window.script(`return new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') ?? ''`);
    await window.route('/search?q=lukashenko');
    await window.text('3 articles');
    await (await window.role('button', { name: /^Russian\s*1$/ })).click();
    await window.text('one article');
    expect(await question()).toBe('lukashenko lang:ru');
    await (await window.role('button', { name: 'Without Russian' })).click();
    await window.text('2 articles');
    expect(await question()).toBe('lukashenko -lang:ru');
    await (await window.role('button', { name: 'Clear filters' })).click();
    await window.text('3 articles');
    expect(await question()).toBe('lukashenko');
    expect(await accessibilityFindings(window)).toEqual([]);
  });

  it('lists as many places as there are articles, and what one goes to comes', async () => {
    const { window } = desk;
    await window.route('/search?q=tariff');
    await window.text(`${String(STATIONS)} articles`);
    const places = () =>
      window.script(
        `return [...document.querySelectorAll('[role=option]')].map((one) => Number(one.ariaPosInSet))`,
      ) as Promise<number[]>;
    await window.until('all places', async () =>
      window.script(`return document.querySelector('[role=option]')?.ariaSetSize === '${String(STATIONS)}'`),
    );
    await window.script(`document.querySelector('.hits').focus()`);
    await window.press('End');
    await window.until('the last one', async () => (await places()).includes(STATIONS));
    await window.press('ArrowUp');
    await window.until('the one before', async () =>
      window.script(
        `return document.querySelector('.active[role=option]')?.ariaPosInSet === '${String(STATIONS - 1)}'`,
      ),
    );
    await window.press('Home');
    await window.until('the first one', async () =>
      window.script(`return document.querySelector('.hits').scrollTop === 0`),
    );
    // Again and again: the list may still be on its way to the first one.
    await window.until('the middle', async () => {
      await window.script(
        `const list = document.querySelector('.hits'); list.scrollTop = list.scrollHeight / 2`,
      );
      return (await places()).some((one) => Math.abs(one - STATIONS / 2) < 8);
    });
    expect(await accessibilityFindings(window)).toEqual([]);
    expect(await desk.violations()).toEqual([]);
  });

  it('stays with the passage one is at when another goes before it', async () => {
    const { window } = desk;
    const standing = () =>
      window.script(
        `const at = document.querySelector('.in-list.active'); return at && at.ariaPosInSet + ' ' + at.querySelector('.title').textContent`,
      );
    const isAt = (expected: string) => window.until(expected, async () => (await standing()) === expected);
    await window.route('/search?q=tariff%20OR%20toll');
    await window.text(`${String(STATIONS + 1)} articles`);
    await window.script(`document.querySelector('.hits').focus()`);
    for (let step = 0; step < 3; step++) await window.press('ArrowDown');
    const third = `Report of station ${String(STATIONS - 1)}`;
    await isAt(`3 ${third}`);
    await window.press('Control+z');
    await window.text(`${String(STATIONS)} articles`);
    await isAt(`2 ${third}`);
    await window.press('Control+Shift+z');
    await window.text(`${String(STATIONS + 1)} articles`);
    await isAt(`3 ${third}`);
    await window.press('ArrowUp');
    await isAt(`2 Report of station ${String(STATIONS)}`);
  });
});
