/** The reader's marks: any of them may lie over any other, come and go in any order, and the page goes on. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, sleep } from '../driver';

/** Long enough for the engine to lay out and paint. */
const PAINTED_MS = 500;
/** Twelve colours of coded passages, and of topics at rest and in focus; dates, evidence, target, found, found-current. */
const LAYERS = 41;

describe('marks in the text', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.route('/articles/1');
    await desk.window.css('p.selectable.deck');
  });
  afterAll(() => desk.close());

  it('are all registered, and no priority is between them', async () => {
    const layers = (await desk.window.script(
      `return [...CSS.highlights].map(([name, { priority }]) => [name, priority])`,
    )) as [string, number][];
    expect(layers).toHaveLength(LAYERS);
    expect(layers.filter(([, priority]) => priority !== 0)).toEqual([]);
  });

  it.each(['layers', 'layers.toReversed()'])('may lie over each other: %s', async (order) => {
    await desk.window.script(`
      const paragraph = document.querySelector('p.selectable.deck');
      const layers = [...CSS.highlights.values()];
      for (const layer of ${order}) {
        const range = document.createRange();
        range.selectNodeContents(paragraph.firstChild);
        layer.add(range);
      }
    `);
    await sleep(PAINTED_MS);
    await desk.window.screenshot();
    expect(await desk.window.script('return CSS.highlights.size')).toBe(LAYERS);
  });
});

describe('a passage chosen by keyboard', () => {
  let desk: Desk;
  const scrolledTo = () =>
    desk.window.script(`return document.querySelector('[data-scroller]').scrollTop`) as Promise<number>;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.window.text('Belarus–Russia Union State');
    await desk.window.route('/articles/1');
    await desk.window.css('p.selectable.deck');
  });
  afterAll(() => desk.close());

  it('stays chosen when the text scrolls to it', async () => {
    const { window } = desk;
    const before = await scrolledTo();
    await window.until('the text to have scrolled', async () => {
      await window.press('s');
      await window.role('toolbar', { name: /passage/i });
      return (await scrolledTo()) !== before;
    });
    await sleep(PAINTED_MS);
    const chosen = await window.script('return document.getSelection().toString()');
    await window.press('m');
    const dialog = await window.role('dialog');
    expect((await dialog.text()).includes(String(chosen).trim().slice(0, 60))).toBe(true);
  });
});
