/** Passages are coded by keyboard, stand in the margin and on the topic, go out to other programs and come back, and all is undone. */

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { codeWith, selectSentence, showCoding } from '../pages/codings';
import { offerPath } from '../pages/paths';

interface Page {
  total: number;
  rows: { coding: { id: number; exact: string; memo: string } }[];
}

/** Longer than any motion, so that axe sees colours at rest. */
const AT_REST = 400;

describe('coded passages', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const coded = (topic: string) => ask<Page>('codings', topic);
  const total = async (topic: string) => (await coded(topic)).total;

  beforeEach(async () => {
    scratch = scratchFolder('codings');
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
    if (!folder) return;
    for (const theme of ['dark', 'light']) {
      await desk.window.script(`document.documentElement.dataset.theme = '${theme}'`);
      await sleep(AT_REST);
      writeFileSync(join(folder, `${name}-${theme}.png`), await desk.window.screenshot());
    }
  };

  it('are coded, seen, listed, changed and undone', async () => {
    const { window } = desk;
    await selectSentence(window, 1);
    await window.press('t');
    await window.role('dialog', { name: 'Topics of the passage' });
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('coding');
    await window.press('Escape');
    await codeWith(window, 'transport', 'see 2021');
    await window.text('see 2021');
    await window.until(
      'the memo',
      async () => (await coded('transport')).rows[0]?.coding.memo === 'see 2021',
    );
    await window.press('Escape');
    await selectSentence(window, 1, 1);
    await codeWith(window, 'elections');
    await window.until('both', async () => (await total('constitution-and-elections')) === 1);
    await showCoding(window, 'see 2021');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('coded');
    await window.press('Escape');

    const topics = await ask<{ id: number; slug: string }[]>('topics');
    const transport = topics.find(({ slug }) => slug === 'transport');
    await window.route(`/topics/${String(transport?.id)}`);
    await (await window.role('tab', { name: /^Passages/ })).click();
    await (await window.role('button', { name: /^Change the memo/ })).click();
    await window.role('textbox', { name: 'Memo' });
    await window.type('see also 1999');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('passages');
    await window.press('Enter');
    await window.until(
      'the other memo',
      async () => (await coded('transport')).rows[0]?.coding.memo === 'see also 1999',
    );
    await (await window.role('button', { name: 'Take the topic off this passage' })).click();
    await window.until('it to be gone', async () => (await total('transport')) === 0);

    for (let step = 0; step < 5; step++) {
      await window.press('Control+z');
      await window.text('Undone');
      await sleep(AT_REST);
    }
    expect(await ask<unknown[]>('codings')).toEqual([]);
    expect((await ask<{ sound: boolean }>('verify')).sound).toBe(true);
    expect(await desk.violations()).toEqual([]);
  });

  it('go out as a project and come back from one', async () => {
    const { window } = desk;
    await selectSentence(window, 2);
    await codeWith(window, 'transport');
    await window.until('a coding', async () => (await total('transport')) === 1);
    const project = join(scratch, 'праект.qdpx');
    await (await window.role('button', { name: /^Export articles/ })).click();
    await window.role('dialog', { name: 'Export articles' });
    await (await window.role('radio', { name: /^REFI-QDA project/ })).click();
    await offerPath(window, project);
    await (await window.role('button', { name: /^Choose where/ })).click();
    await window.until('the project', () => Promise.resolve(existsSync(project)));
    await window.text('One coded passage written to');
    await window.press('Control+z');
    await window.until('no coding', async () => (await total('transport')) === 0);

    await offerPath(window, project);
    await window.press('Control+k');
    await window.role('combobox', { name: 'Commands' });
    await window.type('coded passages');
    await window.press('Enter');
    await window.role('dialog', { name: 'Take in coded passages' });
    await window.text('5 texts that are articles here');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('take-in');
    await (await window.role('button', { name: 'Take in' })).click();
    await window.until('the coding again', async () => (await total('transport')) === 1);
    await window.text('Took in coded passages');
    expect(await desk.violations()).toEqual([]);
  });
});
