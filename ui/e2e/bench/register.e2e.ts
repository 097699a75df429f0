/** A large register in the real window: turned to other days, sorted, panned and zoomed, beside an empty list that scrolls. */

import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { Desk } from '../driver';
import { FLOOR, gaps, timed, times, told, type Times } from './timing';

const TURNS = 9;

const wheel = (init: string) => `(() => {
  const field = document.querySelector('[role=listbox].field');
  const box = field.getBoundingClientRect();
  let turn = 0;
  return () => {
    turn++;
    field.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + 20, ${init} }));
  };
})()`;
const PAN = wheel('deltaX: turn % 120 < 60 ? 14 : -14');
const ZOOM = wheel('deltaY: turn % 120 < 60 ? -20 : 20');

it(
  'measures a large register',
  async () => {
    const desk = await Desk.open({ args: ['--dossier', told('CHANCERY_DOSSIER')] });
    const { window } = desk;
    try {
      await window.route('/milestones');
      const rows = `document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')`;
      await window.until(
        'the register',
        async () => Number((await window.script(`return ${rows}`)) ?? 0) > 1000,
        60_000,
      );
      const turns = async (axis: string): Promise<Times> => {
        const took: number[] = [];
        for (let turn = 0; turn < TURNS; turn++) {
          const hash = `'#/milestones?by=${axis}&day=${String(2000 + turn * 2)}-06-15'`;
          took.push(
            await timed(
              window,
              `(() => { const before = ${rows}; return [() => { location.hash = ${hash}; }, () => ${rows} !== before]; })()`,
            ),
          );
        }
        return times(took);
      };
      const happened = await turns('happened-by');
      const known = await turns('known-by');
      await window.until('the heads of its columns', async () =>
        window.script(`return document.querySelectorAll('[role=columnheader] button').length > 2`),
      );
      const sorts: number[] = [];
      for (let turn = 0; turn < TURNS; turn++) {
        const head = `[...document.querySelectorAll('[role=columnheader] button')][${String(1 + (turn % 2))}]`;
        const first = `document.querySelector('[role=treegrid] [role=rowgroup] [role=row]')?.innerText`;
        const order = `document.querySelector('[aria-sort=ascending], [aria-sort=descending]')?.innerText + document.querySelector('[aria-sort=descending]')?.innerText`;
        sorts.push(
          await timed(
            window,
            `(() => { const before = ${order}; return [() => ${head}.click(), () => ${order} !== before && ${first} !== undefined]; })()`,
          ),
        );
      }
      const report = {
        happened,
        known,
        sort: times(sorts),
        floor: await gaps(window, FLOOR),
        pan: await gaps(window, PAN),
        zoom: await gaps(window, ZOOM),
      };
      writeFileSync(told('CHANCERY_REPORT'), JSON.stringify(report, null, 2));
    } finally {
      await desk.close();
    }
  },
  10 * 60_000,
);
