/** Milestones in time: what became of what, the whole window as of a day, the timeline as files, and what a screen reader is told. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { firstPage, TYPESETTING } from '../pages/briefing';
import { offerPath } from '../pages/paths';

const DRAFTS = 'Drafts of 31 roadmaps prepared';
const AGREED = 'Most roadmaps agreed, some left open';
const LEFT = 'Sochi: 6–7 roadmaps left to work on';
const PROGRAMMES = 'Putin: agreement reached on all Union State programmes';
/** As long as axe needs colours at rest. */
const AT_REST = 400;

/** "2021-03-01" as the window writes it. */
const inWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(day))
    .replace('Sept', 'Sep');

interface Row {
  id: number;
  slug: string;
}

describe('the timeline', () => {
  const scratch = scratchFolder('timeline');
  const dossier = join(scratch, 'union-state.dossier');
  let desk: Desk;
  const ids = new Map<string, number>();

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const links = async () =>
    (await ask<{ lineage: unknown[] }>('milestones', 'roadmap-drafts')).lineage.length;
  const rows = async () =>
    (await desk.window.script(
      `return [...document.querySelectorAll('[role="treegrid"] [role="row"]')].map((row) => row.innerText)`,
    )) as string[];
  const shows = async (title: string) => (await rows()).some((row) => row.includes(title));
  const heading = () =>
    desk.window.script(`return document.querySelector('.inspector h2, aside h2')?.innerText ?? ''`);
  const count = async (css: string) => (await desk.window.all(css)).length;
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  beforeAll(async () => {
    await cli('new', dossier, '--bundled', 'union-state');
    for (const row of (await ask<{ milestones: Row[] }>('milestones')).milestones) ids.set(row.slug, row.id);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.role('navigation');
    // High enough for every row of a lane to be in sight.
    await desk.window.resize(1600, 1100);
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('walks from the roadmaps to what became of them, and back', async () => {
    await desk.window.route(`/milestones/${String(ids.get('roadmap-drafts'))}`);
    await desk.window.until('the drafts', async () => (await heading()) === DRAFTS);
    await desk.window.until('curves on the axis', async () => (await count('[data-link]')) >= 3);
    await desk.window.text('judgement bundled with the dossier');
    await photograph('lineage');
    const next = await desk.window.role('link', { name: AGREED });
    await desk.window.script('arguments[0].focus()', next);
    await desk.window.press('Enter');
    await desk.window.until('what they became', async () => (await heading()) === AGREED);
    await desk.window.text('By December 2019, the governments of the two countries');
    await desk.window.press('Alt+ArrowLeft');
    await desk.window.until('the drafts again', async () => (await heading()) === DRAFTS);
  });

  it('links two milestones by keyboard, refuses a circle, and takes it all back', async () => {
    const before = await links();
    await desk.window.route(`/milestones/${String(ids.get('roadmap-drafts'))}`);
    await desk.window.until('the drafts', async () => (await heading()) === DRAFTS);
    const drawn = await count('[data-link]');
    await desk.window.press('l');
    await desk.window.role('dialog', { name: 'Link to another milestone…' });
    await (await desk.window.role('combobox', { name: 'Which milestone' })).type('Presidential election');
    await desk.window.press('Enter');
    const reason = await desk.window.role('textbox', { name: 'My judgement, because' });
    await reason.type('Both were spoken of in one breath');
    await (await desk.window.role('button', { name: 'Link' })).click();
    await desk.window.text('Linked “Drafts of 31 roadmaps prepared” to “Presidential election in Belarus”');
    await desk.window.until('a curve more', async () => (await count('[data-link]')) === drawn + 1);
    expect(await links()).toBe(before + 1);

    await desk.window.route(`/milestones/${String(ids.get('election-2020'))}`);
    await desk.window.text('Both were spoken of in one breath');
    await (await desk.window.role('button', { name: 'Take this link away' })).click();
    await desk.window.until('one link less', async () => (await links()) === before);
    await desk.window.press('Control+z');
    await desk.window.until('it back', async () => (await links()) === before + 1);
    await desk.window.press('Control+z');
    await desk.window.until('it gone', async () => (await links()) === before);
    await desk.window.until('its curve gone', async () => (await count('[data-link]')) === drawn);
  });

  it('reads off the story of the roadmaps on each day and axis', async () => {
    const at = async (axis: string, day: string, expected: boolean[]) => {
      await desk.window.route(`/milestones?lane=roadmaps&by=${axis}&day=${day}`);
      await desk.window.until(`${axis} ${day}: ${String(expected)}`, async () => {
        const counted = await desk.window.script(
          `return document.querySelector('.strip [role="status"]')?.innerText ?? ''`,
        );
        const story = await Promise.all([shows(DRAFTS), shows(LEFT), shows(PROGRAMMES)]);
        return String(counted).includes(inWords(day)) && String(story) === String(expected);
      });
    };
    await at('happened-by', '2019-12-01', [true, false, false]);
    await at('happened-by', '2021-03-01', [true, true, false]);
    await at('happened-by', '2021-09-10', [true, true, true]);
    // The article that tells of both is of 28 May 2021.
    await at('known-by', '2019-12-01', [false, false, false]);
    await at('known-by', '2021-03-01', [false, false, false]);
    await at('known-by', '2021-06-01', [true, true, false]);
    await at('known-by', '2021-09-10', [true, true, true]);
  });

  it('tells the commitments of 1999 as in process, with their passage', async () => {
    await desk.window.route(
      `/milestones/${String(ids.get('commitment-single-currency'))}?by=known-by&day=2021-09-10`,
    );
    await desk.window.until(
      'the currency',
      async () => (await heading()) === 'Single currency and emission centre',
    );
    await desk.window.text('These processes continue to this day.');
    const row = (await rows()).find((one) => one.includes('Single currency and emission centre'));
    expect(row).toContain('begun');
  });

  it(
    'turns overview and briefings to the day, and back',
    async () => {
      await desk.window.route('/overview?by=known-by&day=2021-03-01');
      await desk.window.text('What articles published by 1 Mar 2021 had told');
      await desk.window.until('years without the drafts', async () => {
        const marks = await desk.window.allByRole('link', { name: /begun|treaty|event|statement/ });
        const drafts = await desk.window.allByRole('link', { name: new RegExp(`^by.*${DRAFTS}`) });
        return marks.length > 0 && drafts.length === 0;
      });
      await photograph('overview-as-of');
      await desk.window.route('/briefings');
      await desk.window.text('What articles published by 1 Mar 2021 had told');
      const [begin] = await desk.window.allByRole('button', { name: /new briefing/i });
      await begin?.click();
      await firstPage(desk.window);
      await photograph('briefing-as-of');
      await (await desk.window.role('button', { name: 'Back to today' })).click();
      await desk.window.until('no other day', async () => {
        const [strip] = await desk.window.allByRole('button', { name: 'Back to today' });
        return strip === undefined;
      });
    },
    TYPESETTING * 2,
  );

  it('marks evidence told later than the day', async () => {
    await desk.window.route(`/milestones/${String(ids.get('treaty-1999'))}?by=known-by&day=2021-03-01`);
    await desk.window.text('told later than this day');
    await desk.window.route('/milestones');
    await (await desk.window.role('button', { name: 'Back to today' })).click();
  });

  it('goes out as a picture, a web timeline, a calendar and a table', async () => {
    await desk.window.route('/milestones?lane=roadmaps');
    await desk.window.until('the lane alone', async () => !(await shows('Presidential election')));
    for (const [ending, label] of [
      ['svg', 'Drawing (SVG)'],
      ['png', 'Picture (PNG)'],
      ['json', 'TimelineJS (JSON)'],
      ['ics', 'Calendar (ICS)'],
      ['csv', 'Table (CSV)'],
    ] as const) {
      const file = join(scratch, `timeline.${ending}`);
      await offerPath(desk.window, file);
      await (await desk.window.role('button', { name: 'Export the timeline' })).click();
      await (await desk.window.role('menuitem', { name: label })).click();
      await desk.window.text(`milestones written to ${file}`);
    }
    const read = (ending: string) => readFileSync(join(scratch, `timeline.${ending}`), 'utf8');
    expect(read('svg')).toContain(DRAFTS);
    expect(read('svg')).not.toContain('Presidential election');
    expect(read('png').slice(1, 4)).toBe('PNG');
    const events = (JSON.parse(read('json')) as { events: { text: { headline: string } }[] }).events;
    expect(events.map(({ text }) => text.headline)).toContain(DRAFTS);
    expect(read('ics').match(/BEGIN:VEVENT/g)).toHaveLength(events.length);
    expect(read('csv')).toContain(`,${DRAFTS},`);
  });

  it('opens the articles of a bar beneath the axis', async () => {
    await desk.window.route('/milestones');
    const bar = await desk.window.role('link', { name: /2021: (one article|\d+ articles)$/ });
    await bar.click();
    await desk.window.until('their list', async () =>
      /articles(\/\d+)?\?.*after=2021/.test(await desk.window.url()),
    );
  });

  it('tells a screen reader date, status and title of each row and mark', async () => {
    await desk.window.route(`/milestones/${String(ids.get('commitment-single-currency'))}`);
    await desk.window.until('its row', () => shows('Single currency and emission centre'));
    const told = (css: string) =>
      desk.window.until(`the names of ${css}`, async () => {
        const found = await desk.window.all(css);
        return Promise.all(found.map(async (one) => [await one.role(), await one.label()] as const));
      });
    const inRegister = await told('[role="treegrid"] [role="rowgroup"] [role="row"]');
    const inTime = await told('[role="listbox"] [role="option"]');
    for (const [role, labels] of [
      ['row', inRegister],
      ['option', inTime],
    ] as const) {
      expect(labels.length).toBeGreaterThan(3);
      expect(new Set(labels.map(([computed]) => computed))).toEqual(new Set([role]));
      const label = labels.find(([, name]) => name.includes('Single currency and emission centre'))?.[1];
      expect(label).toContain('1999');
      expect(label).toContain('begun');
    }
    const drafts = inTime.find(([, name]) => name.includes(DRAFTS))?.[1] ?? '';
    expect(drafts).toContain('by November 2019');
    expect(drafts).toContain(`became ${AGREED}`);
  });

  it('is worked by keyboard, and axe finds nothing', async () => {
    await desk.window.route('/milestones');
    const axis = await desk.window.css('[role="listbox"].field');
    await desk.window.script('arguments[0].focus()', axis);
    await desk.window.press('End');
    await desk.window.until('the last', async () => String(await heading()).startsWith('Lukashenko: allies'));
    await desk.window.press('ArrowLeft');
    await desk.window.until('the one before', async () => (await heading()) === PROGRAMMES);
    await desk.window.press('+');
    await sleep(AT_REST);
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await photograph('timeline');
  });
});
