/** Suggestions are reviewed by keyboard: what rejecting teaches is told, undone, and measured on the page of the topic. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings, cli, Desk, scratchFolder, sleep } from '../driver';
import { openQueue, pressAndGoOn, shownTitle } from '../pages/review';

interface Page {
  total: number;
  skipped: number;
}

const TRADE = [
  'The price of blue fuel for Belarus was agreed, and the pipeline contract prolonged.',
  'Talks on the tariff for blue fuel went on in Minsk; the ministry of energy expects a discount.',
  'Supplies of blue fuel through the Yamal pipeline grew, the energy ministry said.',
];
const DRILLS = [
  'Pupils put on a mask against blue fuel in time: the civil defence drill was held in the shelter.',
  'Rescuers taught workers of the plant to wear masks against blue fuel at the evacuation drill.',
  'The museum of the war shows masks against blue fuel and helmets of soldiers from the trenches.',
];
/** As long as axe needs colours at rest. */
const AT_REST = 400;

describe('reviewing', () => {
  let scratch: string;
  let dossier: string;
  let desk: Desk;

  const ask = async <T>(...args: string[]): Promise<T> =>
    JSON.parse(await cli('--dossier', dossier, '--json', ...args)) as T;
  const queue = () => ask<Page>('review', 'blue-fuel');
  const photograph = async (name: string) => {
    const folder = process.env['CHANCERY_SHOTS'];
    if (folder) writeFileSync(join(folder, `${name}.png`), await desk.window.screenshot());
  };

  beforeEach(async () => {
    scratch = scratchFolder('review');
    dossier = join(scratch, 'Обзор.dossier');
    await cli('new', dossier, '--name', 'Blue fuel');
    const codebook = join(scratch, 'codebook.toml');
    writeFileSync(
      codebook,
      `format = 1
name = { en = "Fuel" }
[[topic]]
id = "blue-fuel"
label = { en = "Gas trade" }
definition = { en = "Gas bought, sold and carried." }
terms = { en = ["blue fuel"] }
`,
    );
    await ask('topics', '--import', codebook);
    const folder = join(scratch, 'articles');
    mkdirSync(folder);
    for (let at = 0; at < 12; at++) {
      for (const [name, sentences] of [
        ['Trade', TRADE],
        ['Drill', DRILLS],
      ] as const) {
        const number = String(at + 10);
        const text = `${name} ${number}\n\n${sentences[at % 3] ?? ''} So said spokesman number ${number}00 on day ${number}.`;
        writeFileSync(join(folder, `${name}-${number}.txt`), text);
      }
    }
    await ask('import', folder);
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Blue fuel');
  });
  afterEach(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('accepts and rejects by keyboard, tells what was withdrawn, and takes it all back', async () => {
    const { window } = desk;
    await openQueue(window, 'blue-fuel');
    await window.text('24 suggestions wait');
    await sleep(AT_REST);
    expect(await accessibilityFindings(window)).toEqual([]);
    await photograph('review');

    const putOff = await shownTitle(window);
    await pressAndGoOn(window, 's');
    await window.text('1 put off');
    expect((await queue()).skipped).toBe(1);

    let decided = 0;
    // Until both sides are known well: trade belongs, drills do not.
    for (; decided < 10; decided++) {
      const title = await shownTitle(window);
      await pressAndGoOn(window, title.startsWith('Trade') ? 'a' : 'r');
    }
    await window.text('10 decided in this sitting');
    const after = await queue();
    expect(after.total).toBeLessThan(24 - decided);
    await photograph('review-learned');

    const gone = decided;
    for (; decided > 0; decided--) await window.press('u');
    await window.until('all decisions to be taken back', async () => {
      const done = await ask<{ kind: string; state: string }[]>('operations', '--limit', '20');
      const decisions = done.filter(({ kind }) => kind === 'decide').map(({ state }) => state);
      return decisions.length === gone && !decisions.includes('done');
    });
    expect((await queue()).total).toBe(24);
    await window.press('u');
    await window.until('what was put off', async () => (await queue()).skipped === 0);
    expect(await shownTitle(window)).toBe(putOff);
    expect(await desk.violations()).toEqual([]);
  });

  it('shows how the topic learns, foretells a threshold, and draws what may be missed', async () => {
    const articles = await ask<{ rows: { id: number; title: string }[] }>('articles', '--limit', '100');
    await desk.close();
    const ids = (name: string) =>
      articles.rows.filter(({ title }) => title.startsWith(name)).map(({ id }) => String(id));
    await ask('tag', 'blue-fuel', ...ids('Trade').slice(0, 6), '--accept');
    await ask('tag', 'blue-fuel', ...ids('Drill').slice(0, 6), '--reject');
    desk = await Desk.open({ args: ['--dossier', dossier] });
    await desk.window.text('Blue fuel');
    const topics = await ask<{ id: number }[]>('topics');
    await desk.window.route(`/topics/${String(topics[0]?.id)}`);
    await (await desk.window.role('tab', { name: /^Learning/ })).click();
    await desk.window.text('Learned from 12 decisions');
    await desk.window.text('would wait.');
    await sleep(AT_REST);
    await photograph('learning');
    await (await desk.window.role('button', { name: /^Draw 30/ })).click();
    await desk.window.text('0 of 12 looked at');
    // Keys count once the article to look at stands.
    await desk.window.role('button', { name: /^No/ });
    await desk.window.press('n');
    await desk.window.text('1 of 12 looked at');
    await desk.window.text('At 95 % at most');
    await photograph('missed');
    expect(await desk.violations()).toEqual([]);
  });
});
