/** Copies and reprints: told in the list, each story once where asked, and what differs word by word, by keyboard alone. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, Desk, scratchFolder } from '../driver';
import { accessibilityFindings } from '../driver/axe';

const TEXT =
  'The prime ministers of the two states met in Sochi and agreed on the price of gas for the next year.\n\n' +
  'They put off the question of a single currency. The roadmaps will be signed in the autumn, their press service said.';

describe('a story told three times', () => {
  let scratch: string;
  let desk: Desk;

  beforeAll(async () => {
    scratch = scratchFolder('stories');
    const dossier = join(scratch, 'stories.dossier');
    const inbox = join(scratch, 'in');
    mkdirSync(inbox);
    const tellings: [name: string, day: string, text: string][] = [
      ['1', '11.05.2021', TEXT],
      ['2', '12.05.2021', TEXT.replace('in the autumn', 'in the spring')],
      ['3', '13.05.2021', TEXT.replace('They put off', 'As expected they put off')],
    ];
    for (const [name, day, text] of tellings) {
      writeFileSync(
        join(inbox, `${name}.txt`),
        `Telling number ${name}\n\nPosted: ${day} 10:00\n\n${text}\n`,
      );
    }
    await cli('new', dossier);
    await cli('--dossier', dossier, 'import', inbox);
    desk = await Desk.open({ args: ['--dossier', dossier] });
  });
  afterAll(async () => {
    await desk.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('is listed once where that is asked for', async () => {
    await desk.window.route('/articles');
    await desk.window.role('option', { name: /2 other articles tell the same.*Telling number 1/s });
    expect(await desk.window.allByRole('option')).toHaveLength(3);
    await (await desk.window.role('button', { name: 'Each story once' })).click();
    await desk.window.until('one story', async () => (await desk.window.allByRole('option')).length === 1);
    await (await desk.window.role('button', { name: 'Each story once' })).click();
  });

  it('shows what differs, and the keyboard goes from one difference to the next', async () => {
    await (await desk.window.role('option', { name: /Telling number 2/ })).click();
    await (await desk.window.role('button', { name: /Show difference to .*11 May 2021/ })).click();
    await desk.window.role('dialog');
    await desk.window.text('2 words gone');
    const marked = async (what: string) =>
      desk.window.script(
        `return [...document.querySelectorAll('[role=dialog] .text ${what}')].map((one) => one.textContent)`,
      );
    expect(await marked('ins')).toEqual(expect.arrayContaining([expect.stringMatching(/new:.*spring,/s)]));
    expect(await marked('del')).toEqual(expect.arrayContaining([expect.stringMatching(/gone:.*autumn,/s)]));
    await desk.window.press('n');
    await desk.window.until(
      'the first difference',
      async () => ((await marked('.current')) as string[]).length === 1,
    );
    expect(await accessibilityFindings(desk.window)).toEqual([]);
    await desk.window.press('Escape');
  });
});
