/** The analyst's whole job in one go: search, decide, attach, note, export, undo, come back; the file agrees at every step. */

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli, Desk, scratchFolder } from '../driver';
import { firstPage, TYPESETTING } from '../pages/briefing';
import { offerPath } from '../pages/paths';

interface Article {
  topics: { slug: string; state: string }[];
  evidence: { milestoneTitle: { en: string }; exact: string; bundled: boolean }[];
}

/** The article of 28 May 2021, which speaks of a single currency. */
const SOCHI = 'Integration of Russia, Belarus should not be rushed';

describe('the whole job', () => {
  let scratch: string;
  let dossier: string;
  let pdf: string;
  let desk: Desk;
  let article: string;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const states = async () => {
    const { topics } = await ask<Article>('show', article);
    return Object.fromEntries(topics.map(({ slug, state }) => [slug, state]));
  };
  const count = (state: string, all: Record<string, string>) =>
    Object.values(all).filter((one) => one === state).length;
  const settled = (what: string, look: () => Promise<boolean>) => desk.window.until(what, look);

  beforeEach(async () => {
    scratch = scratchFolder('job');
    dossier = join(scratch, 'Союзное государство.dossier');
    pdf = join(scratch, 'briefing.pdf');
    await cli('new', dossier, '--bundled', 'union-state');
    const found = await ask<{ rows: { id: number; title: string }[] }>('articles');
    article = String(found.rows.find(({ title }) => title.startsWith(SOCHI))?.id);
    desk = await Desk.open({ args: ['--dossier', dossier] });
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Finds words and opens the article at them. */
  const findsWordsAndOpens = async () => {
    // Keys count once the interface stands.
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.role('navigation');
    await desk.window.press('/');
    await desk.window.type('single currency');
    await desk.window.press('Enter');
    const hit = await desk.window.role('option', { name: /single currency/ });
    await hit.click();
    await desk.window.text(SOCHI);
    await settled('the reader', async () => (await desk.window.url()).includes(`/articles/${article}`));
  };

  /** Accepts one suggestion and rejects another. */
  const acceptsOneSuggestionAnd = async () => {
    const before = await states();
    await desk.window.role('button', { name: /^Accept / });
    await desk.window.press('a');
    await settled('the tag', async () => count('accepted', await states()) === 1);
    await desk.window.press('r');
    await settled('the rejection', async () => count('rejected', await states()) === 1);
    expect(count('suggested', await states())).toBe(count('suggested', before) - 2);
  };

  /** Attaches a passage to a milestone by keyboard. */
  const attachesAPassageTo = async () => {
    const before = (await ask<Article>('show', article)).evidence.length;
    await desk.window.press('s');
    await desk.window.press('m');
    await desk.window.role('dialog');
    await desk.window.type('31 roadmaps');
    await desk.window.press('ArrowDown', 'Enter');
    await settled(
      'the evidence',
      async () => (await ask<Article>('show', article)).evidence.length === before + 1,
    );
    const own = (await ask<Article>('show', article)).evidence.filter(({ bundled }) => !bundled);
    expect(own.map(({ milestoneTitle }) => milestoneTitle.en)).toEqual(['Drafts of 31 roadmaps prepared']);
  };

  /** Writes a note about a passage. */
  const writesANoteAbout = async () => {
    await desk.window.route(`/articles/${article}`);
    await desk.window.text(SOCHI);
    await desk.window.press('s');
    await desk.window.press('n');
    await settled('the note', async () => (await desk.window.url()).includes('/notes/'));
    await settled('one note', async () => (await ask<unknown[]>('notes')).length === 1);
  };

  /** Exports a briefing as PDF. */
  const exportsABriefingAs = async () => {
    await desk.window.route('/briefings');
    await (await desk.window.role('button', { name: /new briefing/i })).click();
    await firstPage(desk.window);
    await offerPath(desk.window, pdf);
    await desk.window.press('Control+e');
    await desk.window.until('the file', () => Promise.resolve(existsSync(pdf)), TYPESETTING);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  };

  /** Undoes three times and comes back as it was left. */
  const undoesThreeTimesAnd = async () => {
    await desk.window.route('/overview');
    const undo = await desk.window.role('button', { name: /^Undo/ });
    // The briefing, the note, the evidence.
    await undo.click();
    await settled(
      'the briefing gone',
      async () => (await ask<{ state: string }[]>('operations'))[0]?.state === 'undone',
    );
    await undo.click();
    await settled('the note gone', async () => (await ask<unknown[]>('notes')).length === 0);
    await undo.click();
    await settled('the evidence gone', async () =>
      (await ask<Article>('show', article)).evidence.every(({ bundled }) => bundled),
    );
    await desk.window.route(`/articles/${article}`);
    await desk.window.text(SOCHI);
    await desk.restart();
    await desk.window.text(SOCHI);
    const after = await states();
    expect([count('accepted', after), count('rejected', after)]).toEqual([1, 1]);
    expect((await ask<{ sound: boolean }>('verify')).sound).toBe(true);
  };

  it('is done from search to restart', async () => {
    await findsWordsAndOpens();
    await acceptsOneSuggestionAnd();
    await attachesAPassageTo();
    await writesANoteAbout();
    await exportsABriefingAs();
    await undoesThreeTimesAnd();
  });
});
