/** Milestones are proposed from dated sentences and decided by keyboard; a selection becomes one in two keystrokes; all is undone. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { openProposals, pressAndGoOn, proposed } from '../pages/proposals';

interface Milestone {
  title: { en: string };
  date: string;
  kind: string;
  supports: number;
}

const ARTICLES = {
  treaty: `Ministers sign in Brest

Posted: 12.05.2022 10:00

On Tuesday the two countries signed a treaty on a common market for electricity in Brest. It rained all day.
`,
  'treaty-ru': `Договор в Бресте

Опубликовано: 11.05.2022 14:05

Министры подвели итоги года. Как сообщили в Бресте, 10 мая 2022 года стороны подписали договор об общем рынке электроэнергии.
`,
  talks: `Talks on loans

Posted: 20.06.2022 10:00

The two governments failed to agree on a loan on 17 June 2022. In March 2022 the ministers approved a roadmap on common taxes.
`,
  group: `Рабочая група

Апублікавана: 11.07.2022 14:05

У чэрвені 2022 года бакі стварылі рабочую групу па інтэграцыі мытных правілаў.
`,
};
/** As long as axe needs colours at rest. */
const AT_REST = 400;

describe('proposals', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const milestones = async () => (await ask<{ milestones: Milestone[] }>('milestones')).milestones;
  const decisions = async () => {
    const done = await ask<{ kind: string; state: string }[]>('operations', '--limit', '30');
    return done.filter(({ kind, state }) => kind === 'decide-proposal' && state === 'done').length;
  };
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  beforeEach(async () => {
    scratch = scratchFolder('proposals');
    dossier = join(scratch, 'Прапановы.dossier');
    await cli('new', dossier, '--name', 'Two countries');
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, `${name}.txt`), text);
    await ask('import', folder);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Two countries');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('accepts, edits, merges and rejects by keyboard, tells what that teaches, and takes it all back', async () => {
    const { window } = desk;
    await openProposals(window);
    await window.text('4 proposals');
    expect(await proposed(window)).toContain('электроэнергии');
    await window.text('Told by 2 articles');
    await window.text('counted from the day of the article');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('proposals');

    await pressAndGoOn(window, 'a');
    await window.text('one decided in this sitting');
    await window.text('counts');
    expect((await milestones()).map(({ kind, date, supports }) => [kind, date, supports])).toEqual([
      ['treaty', '2022-05-10', 2],
    ]);

    const putOff = await proposed(window);
    await pressAndGoOn(window, 's');
    await window.text('1 put off');

    await window.press('e');
    await window.role('textbox', { name: 'What happened or was promised' });
    await window.press('Control+a');
    await window.type('Named by hand');
    await window.press('Enter');
    await window.text('2 decided in this sitting');
    await window.until('the edited one', async () =>
      (await milestones()).some(({ title }) => title.en === 'Named by hand'),
    );

    await window.press('m');
    await window.role('combobox', { name: 'Find a milestone' });
    await window.type('Named');
    await window.press('Enter');
    await window.text('3 decided in this sitting');
    await window.until('two passages', async () =>
      (await milestones()).some(({ title, supports }) => title.en === 'Named by hand' && supports === 2),
    );

    await window.until('the dialog to go', async () => (await window.all('[role="dialog"]')).length === 0);
    await window.until('what was put off', async () => (await proposed(window)) === putOff);
    await window.press('r');
    await window.text('Nothing is proposed');
    expect(await decisions()).toBe(4);
    await photograph('proposals-none');

    const taken = async (left: number) => {
      await window.press('u');
      await window.until(`${String(left)} decisions`, async () => (await decisions()) === left);
    };
    await taken(3);
    await taken(2);
    await taken(1);
    // What was put off goes back to its place.
    await window.text('1 put off');
    await window.press('u');
    await window.until(
      'nothing put off',
      async () => !((await window.script('return document.body.innerText')) as string).includes('put off'),
    );
    await taken(0);
    await window.text('4 proposals');
    expect(await milestones()).toEqual([]);
    expect(await desk.violations()).toEqual([]);
  });

  it('makes a milestone of a sentence with M and Enter, and gives the next one to it with Shift+M', async () => {
    const { window } = desk;
    const found = await ask<{ rows: { id: number; title: string }[] }>('articles', '--limit', '9');
    const id = found.rows.find(({ title }) => title === 'Talks on loans')?.id;
    await window.route(`/articles/${String(id)}`);
    await window.text('failed to agree');
    await (await window.role('region', { name: 'Text of the article' })).click();
    // The line of the date comes first.
    await window.press('s');
    await window.role('toolbar', { name: 'Actions for the selected passage' });
    await window.press('s');
    await window.until('the sentence', async () =>
      String(await window.script('return getSelection()?.toString()')).startsWith('The two'),
    );
    await window.press('m');
    await window.text('New: The two governments failed to agree on a loan', '[role="dialog"]');
    await photograph('attach');
    await window.press('Enter');
    await window.until('the milestone', async () => (await milestones()).length === 1);
    expect((await milestones()).map(({ kind, date, supports }) => [kind, date, supports])).toEqual([
      ['negotiation', '2022-06-17', 1],
    ]);
    await window.until('the dialog to go', async () => (await window.all('[role="dialog"]')).length === 0);
    await window.press('s');
    await window.press('Shift+M');
    await window.until('the second passage', async () => (await milestones())[0]?.supports === 2);
    await window.press('Control+z');
    await window.until('one passage', async () => (await milestones())[0]?.supports === 1);
    expect(await desk.violations()).toEqual([]);
  });
});
