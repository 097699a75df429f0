/** A folder comes in by drop: its report, the queue worked by keyboard, the import undone, a page pasted, a big one stopped, resumed, and all as left. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, Desk, scratchFolder } from '../driver';
import { dropPaths, filterBy, inFocus, openImport, pasteInto, reportRows } from '../pages/imports';

/** As long as a debug build may read on a busy machine. */
const READING = 90_000;
const MANY = 4000;

const page = (title: string, head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;

const dated = (day: string) =>
  `<meta property="og:site_name" content="BelTA"><meta property="article:published_time" content="${day}T10:00:00+03:00">
   <script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${day}T10:00:00+03:00"}</script>`;

const TALKS = `<p>BREST, 13 December 2019. The prime ministers of Belarus and Russia met in Brest on Friday to settle the last of the roadmaps.</p>
   <p>The two sides agreed on the text of twenty-eight roadmaps out of thirty-one and will meet again before the end of the year, when the
   price of gas for the next three years and the compensation for the tax manoeuvre are to be on the table.</p>`;

const BREST = page('Premiers meet in Brest', dated('2019-12-13'), TALKS);
const REPRINT = page(
  'Twenty-eight roadmaps are agreed',
  dated('2019-12-14'),
  `${TALKS}<p>Nothing has been signed yet.</p>`,
);

/** 3 May or 5 March: the words can't tell. */
const SOCHI = page(
  'Talks go on in Sochi',
  '<meta property="og:site_name" content="Union Daily">',
  `<p class="date">03/05/2021</p><p>SOCHI. The presidents of Belarus and Russia spoke for six hours about union programmes and the price of gas.</p>
   <p>Both sides said that the talks would go on in autumn, and that no roadmaps were left but those about taxes.</p>`,
);

const UNDATED = `Интеграция без даты

Правительства говорили о единых рынках газа и нефти. Ничего не подписано, и день следующей встречи не назван.
`;

describe('imports', () => {
  const scratch = scratchFolder('imports');
  const folder = join(scratch, 'Статьи');
  const many = join(scratch, 'many');
  const dossier = join(scratch, 'union-state.dossier');
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const articles = async () => (await ask<{ total: number }>('articles')).total;
  const idOf = async (title: string) => {
    const { rows } = await ask<{ rows: { id: number; title: string }[] }>('articles');
    return rows.find((row) => row.title === title)?.id ?? 0;
  };
  const dateOf = async (id: number) =>
    (
      await ask<{ fields: { name: string; value: { date: string } | null }[] }>('show', String(id))
    ).fields.find(({ name }) => name === 'published')?.value?.date;

  beforeAll(async () => {
    mkdirSync(join(folder, '2021'), { recursive: true });
    writeFileSync(join(folder, 'brest.html'), BREST);
    writeFileSync(join(folder, 'brest (copy).html'), BREST);
    writeFileSync(join(folder, 'reprint.html'), REPRINT);
    writeFileSync(join(folder, '2021', 'sochi.html'), SOCHI);
    writeFileSync(join(folder, '2021', 'без даты.txt'), UNDATED);
    writeFileSync(join(folder, 'torn.pdf'), '%PDF-1.7\nand then nothing that a reader could follow\n');
    mkdirSync(many);
    for (let n = 0; n < MANY; n++) {
      writeFileSync(
        join(many, `${String(n).padStart(4, '0')}.txt`),
        `Session ${n} of the working group\n\nMINSK, 3 March 2020. Session number ${n} of the working group heard ${n * 7} remarks on chapter ${n % 31} of the roadmaps.\n`,
      );
    }
    await cli('new', dossier, '--bundled', 'union-state');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.role('navigation');
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('takes a dropped folder and reports on each file', async () => {
    await dropPaths(desk.window, [folder]);
    await (
      await desk.window.until(
        'the toast',
        async () => (await desk.window.allByRole('button', { name: 'Show report' }))[0],
        READING,
      )
    ).click();
    await desk.window.text('6 files');
    const rows = await desk.window.until('six rows', async () => {
      const drawn = await reportRows(desk.window);
      return drawn.length === 6 ? drawn : undefined;
    });
    const row = (name: string) => rows.find((words) => words.includes(name));
    expect(rows.filter((words) => words.startsWith('Copy'))).toHaveLength(1);
    expect(rows.some((words) => /^Read Premiers meet in Brest/.test(words))).toBe(true);
    expect(row('reprint.html')).toMatch(/^Reprint Twenty-eight roadmaps are agreed/);
    expect(row('sochi.html')).toMatch(/^Needs a look Talks go on in Sochi/);
    expect(row('без даты.txt')).toMatch(/^Needs a look Интеграция без даты/);
    expect(row('torn.pdf')).toMatch(/^Refused/);
    expect(await articles()).toBe(9);
  });

  it('says of a refused file why, and reads it again when it is mended', async () => {
    await filterBy(desk.window, /^Refused 1$/);
    await desk.window.until('one row', async () => (await reportRows(desk.window)).length === 1);
    await (await desk.window.css('[aria-label="Files of the import"] [role="option"] .row')).click();
    await desk.window.role('button', { name: /^Try again/ });
    writeFileSync(join(folder, 'torn.pdf'), UNDATED.replace('без даты', 'после починки'));
    await desk.window.press('r');
    await desk.window.until('the mended file', async () => (await articles()) === 10, READING);
  });

  it('is worked by keyboard: an alternative taken and undone, the outlet given a rule, the next marked as looked at, one written', async () => {
    const sochi = await idOf('Talks go on in Sochi');
    expect(await dateOf(sochi)).toBe('2021-03-05');
    await desk.window.route(`/look/${sochi}`);
    await desk.window.role('button', { name: /^1 3 May 2021/ });
    await desk.window.press('1');
    await desk.window.until('the date', async () => (await dateOf(sochi)) === '2021-05-03');
    const next = await desk.window.until('the next one', async () => {
      const id = await inFocus(desk.window);
      return id !== 0 && id !== sochi ? id : undefined;
    });
    await desk.window.press('u');
    await desk.window.until('it is back', async () => (await inFocus(desk.window)) === sochi);
    expect(await dateOf(sochi)).toBe('2021-03-05');
    // The same by a rule for the outlet.
    await (await desk.window.role('button', { name: 'Day first: 3 May 2021' })).click();
    await desk.window.until('the date by rule', async () => (await dateOf(sochi)) === '2021-05-03');
    await desk.window.until('the next one again', async () => (await inFocus(desk.window)) === next);
    await desk.window.role('button', { name: /^Looked at/ });
    await desk.window.press('d');
    await desk.window.until('another or none', async () => (await inFocus(desk.window)) !== next);
    // A field written by hand.
    const last = await idOf('Интеграция после починки');
    const written = last === next ? await idOf('Интеграция без даты') : last;
    await desk.window.route(`/look/${written}`);
    await desk.window.text('No date was found');
    await desk.window.press('e');
    await desk.window.role('textbox', { name: 'Published' });
    await desk.window.type('2021-11');
    await desk.window.press('Enter');
    await desk.window.until('the date written', async () => (await dateOf(written)) === '2021-11');
    // The one that came with the bundled dossier still waits.
    await desk.window.text('One article', '[aria-label="Articles that need a look"]');
  });

  it('is undone as one operation, and brought back', async () => {
    // What was decided since lies on top of it, and goes first.
    await desk.window.press('Control+z', 'Control+z', 'Control+z');
    await desk.window.until(
      'three undone',
      async () =>
        (await ask<{ state: string }[]>('operations')).filter(({ state }) => state === 'undone').length >= 3,
    );
    await openImport(desk.window, 'Статьи');
    await (await desk.window.role('button', { name: /^Undo the import/ })).click();
    await desk.window.until('only the bundled ones', async () => (await articles()) === 5);
    await desk.window.text('Undone');
    await (await desk.window.role('button', { name: 'Bring it back' })).click();
    await desk.window.until('all of it', async () => (await articles()) === 10);
  });

  it('takes a page from the clipboard, without what stands around it', async () => {
    await desk.window.route('/imports');
    await (await desk.window.role('button', { name: 'Paste…' })).click();
    await desk.window.role('textbox', { name: 'Paste an article' });
    await pasteInto(desk.window, 'textarea', {
      html: page('Gas for next year', dated('2020-02-01'), `<nav><a href="/">All news</a></nav>${TALKS}`),
      text: 'All news Gas for next year',
    });
    await desk.window.press('Control+Enter');
    await desk.window.until('the article', async () => (await articles()) === 11, READING);
    const pasted = await ask<{ text: string }>('show', String(await idOf('Gas for next year')));
    expect(pasted.text).toContain('met in Brest on Friday');
    expect(pasted.text).not.toContain('All news');
    await desk.window.until('the dialog gone', () =>
      desk.window.script('return document.querySelector("[role=dialog]") === null'),
    );
    await desk.window.press('Control+z');
    await desk.window.until('it gone', async () => (await articles()) === 10);
  });

  it('is stopped, resumed, and all is as left after a restart', async () => {
    await desk.window.route('/imports');
    await dropPaths(desk.window, [many]);
    await desk.window.until(
      'some of it read',
      async () => /^[1-9][\d,]* of 4,000/.test(await (await desk.window.css('.facts')).text()),
      READING,
    );
    await (await desk.window.role('button', { name: 'Cancel' })).click();
    await openImport(desk.window, 'many');
    await desk.window.role('button', { name: 'Resume' });
    expect(await articles()).toBeLessThan(10 + MANY);
    await desk.restart();
    await desk.window.role('button', { name: 'Resume' });
    await desk.window.text('Stopped');
    await desk.window.press('Shift+r');
    await desk.window.until('the rest', async () => (await articles()) === 10 + MANY, READING);
    await desk.window.text('Read 4,000');
    await desk.window.text('Done');
    expect((await ask<{ sound: boolean }>('verify')).sound).toBe(true);
  }, 240_000);
});
