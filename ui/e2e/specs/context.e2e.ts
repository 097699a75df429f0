/** Keyword in context: passages as lines, put in order by their neighbours, opened where they stand. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { setTheme } from '../pages/theme';

const ARTICLES = [
  {
    title: 'Talks on gas',
    text: 'The ministers agreed on cheap gas for the plants of Belarus. Later the gas was dear again.',
    outlet: 'BelTA',
    lang: 'en',
    published: '2021-03-04',
  },
  {
    title: 'Переговоры',
    text: 'Стороны обсудили дешёвый газ для заводов и единую валюту. Сколько газа пойдёт транзитом, не сказано.',
    outlet: 'ТАСС',
    lang: 'ru',
    published: '2020-11-01',
  },
  {
    title: 'Перамовы ў Мінску',
    text: 'Бакі гаварылі пра газ і нафту на працягу трох гадзін, паведамляе прэс-служба.',
    outlet: 'Наша Ніва',
    lang: 'be',
  },
];

describe('keyword in context', () => {
  const scratch = scratchFolder('context');
  const dossier = join(scratch, 'Кантэкст.dossier');
  let desk: Desk;
  beforeAll(async () => {
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, 'news.jsonl');
    writeFileSync(file, ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
    await cli('new', dossier, '--name', 'Context');
    await cli('--dossier', dossier, 'import', file);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Context');
    await desk.window.role('navigation');
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function photograph(name: string) {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  }

  const befores = async () =>
    (await desk.window.script(
      `return [...document.querySelectorAll('.line .left')].map((cell) => cell.innerText.trim().split(' ').at(-1))`,
    )) as string[];

  it('shows every passage as a line and puts them in the order of what stands before', async () => {
    const { window } = desk;
    await window.route('/search?view=context');
    await window.text('Each passage found is a line here');
    await window.css('[aria-label="Words to search for"]:focus');
    await window.type('gas OR газ');
    await window.press('Enter');
    await window.text('6 passages');
    await window.until('the lines', async () => (await befores()).length === 6);
    expect(await befores()).toEqual(['on', 'cheap', 'the', 'дешёвый', 'Сколько', 'пра']);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('context');
    await (await window.role('button', { name: 'Before' })).click();
    await window.until('their new order', async () => (await befores())[0] === 'cheap');
    expect(await befores()).toEqual(['cheap', 'on', 'the', 'дешёвый', 'пра', 'Сколько']);
    await setTheme(window, 'dark');
    await window.resize(1920, 1080);
    await photograph('context-dark');
    await setTheme(window, 'light');
    await window.resize(1280, 800);
  });

  it('opens the reader at the passage by keyboard', async () => {
    const { window } = desk;
    await window.route('/search?q=gas&view=context&order=left');
    await window.text('3 passages');
    await window.press('/');
    await window.css('[aria-label="Words to search for"]:focus');
    await window.press('ArrowDown');
    await window.css('[role="listbox"]:focus');
    await window.press('Enter');
    await window.until('the reader', async () => /#\/articles\/\d+\?start=\d+/.test(await window.url()));
    await window.text('Later the gas was dear again.');
    expect(await desk.violations()).toEqual([]);
  });
});
