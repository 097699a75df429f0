/** A hundred thousand articles in the real window: a key to its first page, lists that scroll beside an empty one, memory. */

import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { Desk, type Session } from '../driver';
import { FLOOR, gaps, times, told } from './timing';

const WORDS = 25;
const PATIENCE = 60_000;

/** Words of the titles in sight that are long enough to be looked for, each once. */
const TITLES = `
  const words = [...document.querySelectorAll('[role=option] .title')].flatMap((one) => one.innerText.match(/\\p{L}{5,}/gu) ?? []);
  return [...new Set(words.map((word) => word.toLowerCase()))];
`;
/** The words typed before, to be written over. */
const ALL_WORDS = `document.querySelector('input[role=combobox]').select()`;
const SCROLLS = `(() => {
  const list = document.querySelector('[role=listbox]');
  return () => { list.scrollTop += 12; };
})()`;
const answered = (words: string) => `
  const shown = document.querySelector('.found');
  return decodeURIComponent(location.hash).includes(${JSON.stringify(words)}) && shown?.getAttribute('aria-busy') === 'false'
    && shown.querySelector('[role=option], .empty') !== null;
`;
/** From the next key to the frame in which what it asks is answered on the page. */
const KEY = (words: string) => `
  const answered = () => { ${answered(words)} };
  window.__took = null;
  document.addEventListener('keydown', ({ timeStamp }) => {
    const look = () => {
      if (answered()) requestAnimationFrame(() => { window.__took = performance.now() - timeStamp; });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true });
`;

/** The proportional set size of all processes of the desk, in kilobytes. */
function memory(desk: Desk): number {
  return desk.processes().reduce((sum, id) => {
    const rollup = readFileSync(`/proc/${String(id)}/smaps_rollup`, 'utf8');
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? Number.NaN);
  }, 0);
}

/** What runs in the background shows its progress after two seconds; it is over when none was shown for four. */
const IS_QUIET = `
  const now = performance.now();
  if (document.querySelector('[role=progressbar]')) window.__busy = now;
  window.__busy ??= now;
  return now - window.__busy > 4000;
`;
const BACKGROUND = 10 * 60_000;

async function options(window: Session): Promise<void> {
  await window.until('a row', async () => (await window.all('[role=option]')).length > 0, PATIENCE);
}

it(
  'measures searching in a window',
  async () => {
    const desk = await Desk.open({ args: ['--dossier', told('CHANCERY_DOSSIER')], at: '/articles' });
    const { window } = desk;
    try {
      await options(window);
      const opened = Date.now() - desk.launchedAt;
      await window.until('nothing under way', () => window.script(IS_QUIET), BACKGROUND);
      const floor = await gaps(window, FLOOR);
      const articles = await gaps(window, SCROLLS);
      const words = new Set<string>();
      while (words.size < WORDS) {
        for (const word of (await window.script(TITLES)) as string[]) words.add(word);
        await window.script(`document.querySelector('[role=listbox]').scrollTop += 2000`);
      }

      await window.route('/search');
      await window.role('combobox');
      const keys: number[] = [];
      for (const word of [...words].slice(0, WORDS)) {
        await window.script(ALL_WORDS);
        await window.type(word.slice(0, -1));
        await window.until('the answer before', () => window.script(answered(word.slice(0, -1))), PATIENCE);
        await window.script(KEY(word));
        await window.type(word.slice(-1));
        keys.push(
          Number(await window.until('the answer', () => window.script('return window.__took'), PATIENCE)),
        );
      }
      const [first = ''] = words;
      await window.script(ALL_WORDS);
      await window.type(first);
      await window.until('its answer', () => window.script(answered(first)), PATIENCE);
      await options(window);
      const hits = await gaps(window, SCROLLS);
      const report = { opened, key: times(keys), floor, articles, hits, pssKilobytes: memory(desk) };
      writeFileSync(told('CHANCERY_REPORT'), JSON.stringify(report, null, 2));
    } finally {
      await desk.close();
    }
  },
  2 * BACKGROUND,
);
