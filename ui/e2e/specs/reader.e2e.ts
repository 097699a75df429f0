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

  const registered = () => desk.window.script(`return [...CSS.highlights.keys()]`) as Promise<string[]>;

  it('are registered while they mark something, without priorities', async () => {
    const layers = (await desk.window.until('the marks', async () => {
      const found = (await desk.window.script(
        `return [...CSS.highlights].map(([name, { size, priority }]) => [name, size, priority])`,
      )) as [string, number, number][];
      return found.length > 0 ? found : undefined;
    })) as [string, number, number][];
    expect(layers.length).toBeLessThan(LAYERS);
    expect(layers.filter(([, size, priority]) => size === 0 || priority !== 0)).toEqual([]);
    // Each name would cost the painting of every other screen.
    await desk.window.route('/milestones');
    await desk.window.until('none', async () => (await registered()).length === 0);
    await desk.window.route('/articles/1');
    await desk.window.css('p.selectable.deck');
    await desk.window.until('the same marks', async () => {
      const again = await registered();
      return (
        again.toSorted().join() ===
        layers
          .map(([name]) => name)
          .toSorted()
          .join()
      );
    });
  });

  it.each(['names', 'names.toReversed()'])('may lie over each other, registered anew: %s', async (order) => {
    await desk.window.script(`
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
      const names = rules.flatMap(({ selectorText }) => /^::highlight\\((.+)\\)$/.exec(selectorText ?? '')?.[1] ?? []);
      const paragraph = document.querySelector('p.selectable.deck');
      CSS.highlights.clear();
      for (const name of ${order}) {
        const range = document.createRange();
        range.selectNodeContents(paragraph.firstChild);
        CSS.highlights.set(name, new Highlight(range));
      }
    `);
    await sleep(PAINTED_MS);
    await desk.window.screenshot();
    expect(await registered()).toHaveLength(LAYERS);
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
