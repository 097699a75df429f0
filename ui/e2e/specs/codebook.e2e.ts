/** The codebook is edited: a term with its preview, saved and undone; topics merged; a codebook out and another in. */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder } from '../driver';
import { addTerm, beginWriting, chooseAction, openTopic } from '../pages/codebook';
import { offerPath } from '../pages/paths';

interface Topic {
  id: number;
  slug: string;
  parent: number | null;
  group: boolean;
  label: { en: string };
  terms: number;
  suggested: number;
  accepted: number;
  rejected: number;
  byHand: number;
}

describe('the codebook', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const topics = async () => JSON.parse(await cli('--dossier', dossier, '--json', 'topics')) as Topic[];
  const topic = async (slug: string) => (await topics()).find((one) => one.slug === slug);

  beforeEach(async () => {
    scratch = scratchFolder('codebook');
    dossier = join(scratch, 'Союзное государство.dossier');
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

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

  it('tells what a term would find while it is written, and suggestions follow when it is saved and undone', async () => {
    const { window } = desk;
    const all = await topics();
    const edited = all.find(({ group, suggested }) => !group && suggested > 0 && suggested < 4);
    if (!edited) throw new Error('no topic that is suggested on some articles only');
    await openTopic(window, edited.slug, edited.label.en);
    await beginWriting(window);
    await addTerm(window, 'Russia');
    await addTerm(window, 'Россия');
    await addTerm(window, '/(union/');
    await window.text('This is no regular expression');
    await photograph('topic-editor-fault');
    await window.press('ArrowDown', 'Control+Delete');
    await window.until('no fault', async () => (await window.all('[aria-invalid]')).length === 0);
    await window.text('newly');
    await window.text('Newly suggested on');
    await accessible();
    await photograph('topic-editor');
    // The draft outlives a look elsewhere.
    await window.route('/notes');
    await window.route(`/topics/${edited.slug}`);
    await window.text('Newly suggested on');
    expect((await topic(edited.slug))?.suggested).toBe(edited.suggested);
    await window.press('Control+Enter');
    await window.role('heading', { name: edited.label.en });
    await window.until('more suggestions', async () => {
      const now = await topic(edited.slug);
      return (now?.suggested ?? 0) > edited.suggested && now?.terms === edited.terms + 2;
    });
    await (await window.role('tab', { name: 'History' })).click();
    await window.text('Term added: Россия');
    await photograph('topic-history');
    await window.press('Control+z');
    await window.until('as before', async () => (await topic(edited.slug))?.suggested === edited.suggested);
  });

  it('merges two topics, tells before what follows, and takes it back', async () => {
    const { window } = desk;
    const [from, into] = (await topics()).filter(({ group, suggested }) => !group && suggested > 0);
    if (!from || !into) throw new Error('no two topics that are suggested');
    await openTopic(window, from.slug, from.label.en);
    await (await window.role('button', { name: 'Accept' })).click();
    await window.until('a tag', async () => ((await topic(from.slug))?.accepted ?? 0) > 0);
    const before = await topics();
    await chooseAction(window, /^Actions on the topic/, /^Merge/);
    const field = await window.role('combobox', { name: 'Merge into…' });
    await field.type(into.label.en);
    await window.press('Enter');
    await window.text(`is no longer in the codebook`);
    await accessible();
    await photograph('topic-merge');
    await (await window.role('button', { name: 'Merge' })).click();
    await window.role('heading', { name: into.label.en });
    await window.until('one topic less', async () => (await topic(from.slug)) === undefined);
    const merged = await topic(into.slug);
    expect((merged?.accepted ?? 0) + (merged?.byHand ?? 0)).toBeGreaterThan(0);
    await window.press('Control+z');
    await window.until('both as before', async () => (await topics()).length === before.length);
    await window.until('suggestions as before', async () => {
      const now = await topics();
      return JSON.stringify(now) === JSON.stringify(before);
    });
  });

  it('moves a topic by keys, writes the codebook to a file and takes another in', async () => {
    const { window } = desk;
    const count = (await topics()).length;
    const heading = (await topics()).filter(({ parent }) => parent === null)[1];
    if (!heading) throw new Error('no second heading');
    await window.route(`/topics/${heading.slug}`);
    await window.role('heading', { name: heading.label.en });
    await window.press('Alt+ArrowUp');
    await window.until('the first place', async () => (await topics())[0]?.id === heading.id);

    await chooseAction(window, /^Actions on the codebook/, /^Export the codebook/);
    await window.role('dialog', { name: 'Export the codebook' });
    await (await window.role('radio', { name: /^REFI-QDA/ })).click();
    await window.text('The format has no place for');
    await accessible();
    await photograph('codebook-export');
    const file = join(scratch, 'коды.qdc');
    await offerPath(window, file);
    await (await window.role('button', { name: /^Choose where/ })).click();
    await window.until('the file', () => Promise.resolve(existsSync(file)));
    expect(readFileSync(file, 'utf8')).toContain('urn:QDA-XML:codebook:1.0');

    await chooseAction(window, /^Actions on the codebook/, /^Import a codebook/);
    await (await window.role('button', { name: 'CAP major topics' })).click();
    await window.text(' new, ');
    await photograph('codebook-import');
    await (await window.role('button', { name: 'Import' })).click();
    // Some of the 21 are known by their names.
    await window.until('most of 21 topics more', async () => (await topics()).length > count + 15);
    await window.press('Control+z');
    await window.until('without them', async () => (await topics()).length === count);
  });
});
