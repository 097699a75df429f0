/** A question along time: bars that open what they count, split and narrowed, and written to files. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { offerPath } from '../pages/paths';
import { setTheme } from '../pages/theme';

const SPEAK = [
  {
    lang: 'en',
    outlet: 'BelTA',
    text: (n: number) => `Lukashenko spoke of the price of gas in round ${n} of the talks.`,
  },
  {
    lang: 'ru',
    outlet: 'ТАСС',
    text: (n: number) => `Лукашенко говорил о цене на газ в раунде ${n} переговоров.`,
  },
  {
    lang: 'be',
    outlet: 'Наша Ніва',
    text: (n: number) => `Лукашэнка гаварыў пра цану на газ у раундзе ${n} перамоваў.`,
  },
] as const;

/** The more the later the year; one whose month nobody knows, one without a date, and some about something else. */
const ARTICLES = [
  ...[2019, 2020, 2021].flatMap((year, late) =>
    Array.from({ length: 6 + 6 * late }, (_, n) => {
      const { lang, outlet, text } = SPEAK[n % 3] ?? SPEAK[0];
      const month = String(1 + ((n * 5) % 12)).padStart(2, '0');
      return {
        title: `Round ${year}/${n}`,
        text: text(n),
        lang,
        outlet,
        published: `${year}-${month}-1${n % 9}`,
      };
    }),
  ),
  { ...SPEAK[0], title: 'A year', text: SPEAK[0].text(98), published: '2020' },
  { ...SPEAK[0], title: 'No date', text: SPEAK[0].text(99) },
  {
    title: 'Potatoes',
    text: 'The harvest of potatoes was good.',
    lang: 'en',
    outlet: 'BelTA',
    published: '2020-02-02',
  },
];

describe('trends', () => {
  const scratch = scratchFolder('trends');
  const dossier = join(scratch, 'Динамика.dossier');
  let desk: Desk;
  beforeAll(async () => {
    mkdirSync(scratch, { recursive: true });
    const file = join(scratch, 'news.jsonl');
    writeFileSync(file, ARTICLES.map((article) => JSON.stringify(article)).join('\n'));
    await cli('new', dossier, '--name', 'Talks');
    await cli('--dossier', dossier, 'import', file);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Talks');
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

  /** The bar one is at, as a screen reader is told it. */
  async function bar(): Promise<string> {
    return String(
      await desk.window.script(
        `return document.querySelector('[role="listbox"] [role="option"]')?.innerText ?? ''`,
      ),
    );
  }
  const question = () =>
    desk.window.script(`return new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') ?? ''`);

  it('shows a name typed in English along time, and a bar opens what it counts', async () => {
    const { window } = desk;
    await window.route('/search?view=trend');
    await window.text('one article without a date');
    await window.css('[aria-label="Words to search for"]:focus');
    await window.type('lukashenko');
    await window.press('Enter');
    await window.text('38 articles');
    await window.text('one article whose month is not known');
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('trend');
    await window.press('ArrowDown');
    await window.css('[role="listbox"]:focus');
    await window.until('the last bar', async () => (await bar()).includes('2021'));
    const last = await bar();
    await window.press('ArrowLeft');
    await window.until('the bar before it', async () => (await bar()) !== last);
    const words = await bar();
    const counted = /\d+ articles|one article/.exec(words)?.[0] ?? 'nothing';
    await window.press('Enter');
    await window.until('its passages', async () => /on:2021-\d\d has:month/.test(String(await question())));
    await window.until('as many as it counted', async () => {
      const status = await window.script(
        `return document.querySelector('.read [role="status"]')?.innerText ?? ''`,
      );
      return status === counted;
    });
    await window.press('Alt+ArrowLeft');
    await window.text('one article whose month is not known');
  });

  it('is split by outlet and language, and a part opens by mouse', async () => {
    const { window } = desk;
    await window.route('/search?q=lukashenko&view=trend&split=outlet');
    await window.role('link', { name: 'Наша Ніва' });
    await window.text('The parts share one scale');
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('trend-outlets');
    await setTheme(window, 'dark');
    await window.resize(1920, 1080);
    await photograph('trend-outlets-dark');
    await setTheme(window, 'light');
    await window.resize(1280, 800);
    await (await window.role('combobox', { name: 'Split: Split by outlet' })).click();
    await (await window.role('option', { name: 'Split by language' })).click();
    await (await window.role('link', { name: 'Russian' })).click();
    await window.until('its question', async () => (await question()) === 'lukashenko lang:ru');
    await window.text('12 articles');
  });

  it('shows one year alone by weeks, and the whole again', async () => {
    const { window } = desk;
    await window.route('/search?q=lukashenko&view=trend&split=language');
    await (await window.role('link', { name: '2021' })).click();
    await window.until('the year', async () => (await question()) === 'lukashenko on:2021');
    await window.role('button', { name: 'The whole span' });
    await window.text('18 articles');
    await photograph('trend-year');
    await (await window.role('button', { name: 'The whole span' })).click();
    await window.until('the whole', async () => (await question()) === 'lukashenko');
  });

  it('goes out as drawing, picture and table', async () => {
    const { window } = desk;
    await window.route('/search?q=lukashenko&view=trend&split=language&by=year');
    await window.role('link', { name: 'Belarusian' });
    const write = async (ending: string, kind: string) => {
      const path = join(scratch, `trend.${ending}`);
      await offerPath(window, path);
      await (await window.role('button', { name: 'Export the trend' })).click();
      await (await window.role('menuitem', { name: kind })).click();
      await window.text(`trend.${ending}`);
      return readFileSync(path);
    };
    expect((await write('csv', 'Table (CSV)')).toString()).toContain('2021,2021-01-01,2021-12-31,18,6,6,6');
    expect((await write('svg', 'Drawing (SVG)')).toString()).toContain('<title>Belarusian, 2021: 6</title>');
    expect((await write('png', 'Picture (PNG)')).subarray(1, 4).toString()).toBe('PNG');
    expect(await desk.violations()).toEqual([]);
  });
});
