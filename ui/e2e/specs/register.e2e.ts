/** The register as the analyst's table: a spreadsheet with a bad row comes in by the dialog, a cell is written in, all is undone. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { offerPath } from '../pages/paths';

interface Told {
  title: { en: string };
  date: string;
  kind: string;
  deadline: string | null;
  status: string | null;
}

const TABLE = [
  '№;Название;Дата;Вид;Направление;Срок;Статус',
  '1;Единый рынок газа;осенью 2019?;договор;Энергетика;до 1 декабря 2023 года;в работе',
  '2;Без даты;когда-нибудь;решение;Энергетика;;',
].join('\r\n');

describe('the register', () => {
  const scratch = scratchFolder('register');
  const dossier = join(scratch, 'союз.dossier');
  const table = join(scratch, 'реестр.csv');
  let desk: Desk;

  const milestones = async () => {
    const register = JSON.parse(await cli('--dossier', dossier, '--json', 'milestones')) as {
      milestones: Told[];
    };
    return register.milestones;
  };
  const named = async (title: string) => (await milestones()).find((one) => one.title.en === title);
  const page = () => desk.window.script('return document.body.innerText') as Promise<string>;
  const gone = (what: string, selector: string) =>
    desk.window.until(what, () =>
      desk.window.script(`return document.querySelector('${selector}') === null`),
    );

  /** Axe finds nothing once every motion has ended, however slow the machine. */
  const accessible = async () => {
    let found: unknown = [];
    await desk.window
      .until('nothing for axe to find', async () => {
        found = await accessibilityFindings(desk.window);
        return (found as unknown[]).length === 0;
      })
      .catch(() => expect(found).toEqual([]));
  };

  /** A picture for whoever wants to see it. */
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  beforeAll(async () => {
    writeFileSync(table, TABLE);
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.route('/milestones');
    await desk.window.role('treegrid', { name: 'Register of milestones' });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('shows what becomes of every row of a spreadsheet before it is taken in', async () => {
    await offerPath(desk.window, table);
    await (await desk.window.role('button', { name: 'Actions on the register' })).click();
    await (await desk.window.role('menuitem', { name: 'Import a spreadsheet…' })).click();
    await desk.window.role('dialog', { name: 'Import a spreadsheet' });
    await (await desk.window.role('button', { name: 'Choose a file…' })).click();
    await desk.window.text('1 refused', '[role="dialog"]');
    await desk.window.text('Дата “когда-нибудь” is no date', '[role="dialog"]');
    await desk.window.text('New lanes: Энергетика', '[role="dialog"]');
    await accessible();
    await photograph('register-import');
    await (await desk.window.role('button', { name: 'Import one row' })).click();
    await gone('the dialog gone', '[role=dialog]');
    await desk.window.route('/milestones?lane=energetika');
    await desk.window.text('Единый рынок газа', '[role=treegrid]');
    const gas = await named('Единый рынок газа');
    expect(gas).toMatchObject({ date: '2019-23?', kind: 'treaty', status: 'begun', deadline: '/2023-12-01' });
    // It is past its deadline, and its row says so.
    await desk.window.until('it late', async () => /Единый рынок газа\s*late/.test(await page()));
    await accessible();
  });

  it('is written in by keyboard: Tab goes on, Escape leaves, what is refused stays open', async () => {
    await desk.window.script(
      `[...document.querySelectorAll('[role=treegrid] [role=row]')].find((row) => row.innerText.includes('Единый рынок газа')).firstElementChild.click()`,
    );
    await desk.window.until('the row chosen', () =>
      desk.window.script(
        `return document.querySelector('[role=row][aria-selected=true]')?.innerText.includes('Единый рынок газа') ?? false`,
      ),
    );
    await desk.window.script(`document.querySelector('[role=treegrid]').focus()`);
    await desk.window.press('Enter');
    await desk.window.role('textbox', { name: 'What' });
    await desk.window.type('Common gas market');
    await desk.window.press('Tab');
    await desk.window.role('textbox', { name: 'When' });
    await desk.window.type('sometime');
    await desk.window.press('Enter');
    await desk.window.until('it refused', () =>
      desk.window.script(
        `return document.querySelector('[role=treegrid] input[aria-invalid=true]') !== null`,
      ),
    );
    await photograph('register-editing');
    await desk.window.press('Escape');
    await gone('no cell open', '[role=treegrid] input');
    await desk.window.until('the title kept', async () => (await named('Common gas market')) !== undefined);
    expect((await named('Common gas market'))?.date).toBe('2019-23?');
    await desk.window.text('Common gas market');
    await accessible();
  });

  it('tells how far promises have come, and what is weak about the evidence', async () => {
    await desk.window.text('past its deadline');
    await desk.window.route('/milestones');
    await desk.window.text('Constitution of the union', '[role=treegrid]');
    await desk.window.until('a remark on evidence', () =>
      desk.window.script(
        `return [...document.querySelectorAll('[role=treegrid] [role=img]')].some((one) => (one.getAttribute('aria-label') ?? '').includes('All evidence is one story'))`,
      ),
    );
    await photograph('register');
  });

  it('is as it was when all of it is undone', async () => {
    const before = (await milestones()).length;
    await desk.window.press('Control+z');
    await desk.window.until('the title back', async () => (await named('Единый рынок газа')) !== undefined);
    await desk.window.press('Control+z');
    await desk.window.until('it gone', async () => (await milestones()).length === before - 1);
    await desk.window.until('its row gone', async () => !(await page()).includes('Единый рынок газа'));
    await desk.window.route('/milestones');
    await desk.window.text('0 of 9 done');
  });
});
