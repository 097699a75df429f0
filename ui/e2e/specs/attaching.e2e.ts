/** Evidence from a search, by the dozen and by one key; dragged onto a milestone; moved to another. Each undone as one. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, type Point } from '../driver';
import { chooseMilestone, dragOnto, markHits, searchFor } from '../pages/attaching';
import { selectSentence } from '../pages/codings';

const ARTICLES = {
  en: `Ministers meet in Brest

Posted: 12.05.2022 10:00

It rained all day. On 10 May 2022 the two countries signed a treaty on gas. The market opens in a year.
`,
  ru: `Встреча в Бресте

Опубликовано: 11.06.2022 14:05

Министры подвели итоги года. Договор о gas подписан 3 марта 2022 года. Шёл дождь.
`,
  be: `Сустрэча ў Брэсце

Апублікавана: 11.07.2022 14:05

Дагавор аб gas абмеркавалі міністры. Ішоў дождж.
`,
};
const SHEET = 'Title;Date;Kind\nGas treaty;2022;treaty\nTalks on loans;2021;negotiation\n';

interface Told {
  id: number;
  title: { en: string };
  supports: number;
  contradicts: number;
}

describe('attaching', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const register = async () => (await ask<{ milestones: Told[] }>('milestones')).milestones;
  const named = async (title: string) => {
    const found = (await register()).find((one) => one.title.en === title);
    if (!found) throw new Error(`no milestone ${title}`);
    return found;
  };
  const supports = async (title: string) => (await named(title)).supports;
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };
  /** Axe finds nothing once every motion has ended, however slow the machine. */
  const accessible = async () => {
    let found: string[] = [];
    await desk.window
      .until('nothing for axe to find', async () => {
        found = await accessibilityFindings(desk.window);
        return found.length === 0;
      })
      .catch(() => expect(found).toEqual([]));
  };

  beforeEach(async () => {
    scratch = scratchFolder('attaching');
    dossier = join(scratch, 'Доказы.dossier');
    await cli('new', dossier, '--name', 'Gas');
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, `${name}.txt`), text);
    writeFileSync(join(scratch, 'register.csv'), SHEET);
    await ask('import', folder);
    await ask('milestones', '--import', join(scratch, 'register.csv'));
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Gas');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('attaches three marked hits in one operation, and undoes them as one', async () => {
    const { window } = desk;
    await searchFor(window, 'gas', '3 articles');
    await markHits(window, 3);
    await accessible();
    await photograph('search-marked');
    await window.press('m');
    await window.text('Attach 3 passages to a milestone', '[role="dialog"]');
    await window.text('the two countries signed a treaty on gas.', '[role="dialog"]');
    await window.press('Alt+ArrowDown');
    await window.text('2 sentences', '[role="dialog"]');
    await window.text('The market opens in a year.', '[role="dialog"]');
    await window.press('Alt+ArrowUp');
    await window.text('one sentence', '[role="dialog"]');
    await accessible();
    await photograph('attach-hits');
    await chooseMilestone(window, 'Gas treaty');
    await window.text('Attached 3 passages to “Gas treaty”');
    expect(await supports('Gas treaty')).toBe(3);

    // One hit again: its words are evidence already, and nothing is done.
    await window.press('Shift+M');
    await window.text('is its evidence already');
    expect(await supports('Gas treaty')).toBe(3);

    await window.press('Control+z');
    await window.text('Undone');
    expect(await supports('Gas treaty')).toBe(0);
    expect(await desk.violations()).toEqual([]);
  });

  it('makes a milestone of three hits, dated by the earliest date they tell', async () => {
    const { window } = desk;
    await searchFor(window, 'gas', '3 articles');
    await markHits(window, 3);
    await window.press('m');
    await window.text('3 Mar 2022 · treaty', '[role="dialog"]');
    await window.press('Enter');
    await window.text('Added the milestone');
    expect((await register()).length).toBe(3);
    await window.press('Control+z');
    await window.text('Undone');
    expect((await register()).length).toBe(2);
  });

  it('takes a selected passage and a hit where they are dropped', async () => {
    const { window } = desk;
    const { id } = await named('Gas treaty');
    const found = await ask<{ rows: { id: number; title: string }[] }>('articles', '--limit', '9');
    const article = found.rows.find(({ title }) => title === 'Ministers meet in Brest')?.id ?? 0;
    await selectSentence(window, article, 1);
    await dragOnto(window, await window.css('.grip[role="presentation"]'), id);
    await window.text('Attached one passage to “Gas treaty”');
    expect(await supports('Gas treaty')).toBe(1);

    // The words themselves can be dragged, too.
    await selectSentence(window, article, 2);
    const words = (await window.script(
      'const { left, bottom } = getSelection().getRangeAt(0).getBoundingClientRect(); return { x: left + 30, y: bottom - 8 };',
    )) as unknown as Point;
    await dragOnto(window, words, id, () => photograph('drag-words'));
    await window.until('the wider passage', async () => (await supports('Gas treaty')) === 2);

    await searchFor(window, 'gas', '3 articles');
    const hits = await window.all('[role="listbox"] [role="option"] .passage');
    if (!hits[0]) throw new Error('no hit');
    await dragOnto(window, hits[0], id, () => photograph('drag-hit'));
    await window.until('three', async () => (await supports('Gas treaty')) === 3);
  });

  it('tells on the overview what waits in the register, each figure with the way to it', async () => {
    const { window } = desk;
    await window.route('/overview');
    await (await window.role('link', { name: /^\d+\s*proposals of milestones/ })).click();
    await window.until('the proposals', async () => (await window.url()).includes('view=proposals'));
    await window.route('/overview');
    await (await window.role('link', { name: /^0\s*promises past their deadline/ })).click();
    await window.role('button', { name: /Past their deadline/ });
  });

  it('moves evidence from one milestone to another, by drag and by keys', async () => {
    const { window } = desk;
    const [gas, talks] = [await named('Gas treaty'), await named('Talks on loans')];
    await searchFor(window, 'gas', '3 articles');
    await markHits(window, 3);
    await window.press('m');
    await chooseMilestone(window, 'Gas treaty');
    await window.text('Attached 3 passages');
    await window.route(`/milestones/${String(gas.id)}`);
    await dragOnto(window, await window.css('.piece'), talks.id);
    await window.text('Moved one passage to “Talks on loans”');
    expect([await supports('Gas treaty'), await supports('Talks on loans')]).toEqual([2, 1]);

    const marks = await window.allByRole('checkbox', { name: 'Mark the passage' });
    for (const mark of marks) await mark.click();
    await window.text('2 marked');
    await accessible();
    await photograph('evidence-marked');
    await window.press('g');
    await chooseMilestone(window, 'Talks on loans');
    await window.text('Moved 2 passages to “Talks on loans”');
    expect([await supports('Gas treaty'), await supports('Talks on loans')]).toEqual([0, 3]);
    await window.press('Control+z');
    await window.until('two back', async () => (await supports('Gas treaty')) === 2);
  });
});
