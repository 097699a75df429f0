/** A large register in the real window: turned to other days, sorted, panned and zoomed, beside an empty list that scrolls. */

import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Desk } from '../driver';

const FRAMES_MS = 4000;
const TURNS = 9;

/** Frame gaps in milliseconds while `step` runs once a frame. */
const GAPS = `
  const step = STEP;
  const gaps = [];
  let last = performance.now();
  const end = last + ${String(FRAMES_MS)};
  window.__gaps = null;
  const frame = (now) => {
    gaps.push(now - last);
    last = now;
    step(now);
    if (now < end) requestAnimationFrame(frame);
    else window.__gaps = gaps.slice(2);
  };
  requestAnimationFrame(frame);
`;
const FLOOR = `(() => {
  const list = document.createElement('div');
  list.style.cssText = 'position:fixed;inset:100px;overflow:auto;background:Canvas;z-index:99';
  const inner = document.createElement('div');
  inner.style.height = '200000px';
  list.append(inner);
  document.body.append(list);
  setTimeout(() => list.remove(), ${String(FRAMES_MS)} + 50);
  return () => { list.scrollTop += 12; };
})()`;
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

/** Milliseconds from a deed to the frame in which \`changed\` holds. */
const TIMED = `
  const [deed, changed] = DEED;
  window.__took = null;
  const began = performance.now();
  deed();
  const look = () => {
    if (changed()) requestAnimationFrame(() => { window.__took = performance.now() - began; });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const median = (of: number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;
const share = (of: number[], at: number) =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length * at)] ?? Number.NaN;

interface Times {
  median: number;
  slowest: number;
}
const times = (of: number[]): Times => ({ median: median(of), slowest: Math.max(...of) });

it(
  'measures a large register',
  async () => {
    const told = (name: string): string => process.env[name] ?? expect.fail(`${name} is not set`);
    const desk = await Desk.open({ args: ['--dossier', told('CHANCERY_DOSSIER')] });
    const { window } = desk;
    const gaps = async (step: string) => {
      await window.script(GAPS.replace('STEP', step));
      const found = (await window.until(
        'the frames',
        () => window.script('return window.__gaps'),
        30_000,
      )) as number[];
      return {
        median: median(found),
        p95: share(found, 0.95),
        worst: Math.max(...found),
        frames: found.length,
      };
    };
    const timed = async (deed: string) => {
      await window.script(TIMED.replace('DEED', deed));
      return Number(await window.until('the change', () => window.script('return window.__took'), 60_000));
    };
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
            `(() => { const before = ${order}; return [() => ${head}.click(), () => ${order} !== before && ${first} !== undefined]; })()`,
          ),
        );
      }
      const report = {
        happened,
        known,
        sort: times(sorts),
        floor: await gaps(FLOOR),
        pan: await gaps(PAN),
        zoom: await gaps(ZOOM),
      };
      writeFileSync(told('CHANCERY_REPORT'), JSON.stringify(report, null, 2));
    } finally {
      await desk.close();
    }
  },
  10 * 60_000,
);
