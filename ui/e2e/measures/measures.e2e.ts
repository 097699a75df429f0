/** How fast the desk starts and what it holds in memory, beside an empty window. Run by `cargo xtask measure`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Desk, sleep } from '../driver';

const RUNS = 9;
const IDLE = 10_000;

interface Measured {
  runs: number;
  startMedian: number;
  startWorst: number;
  pssKilobytes: number;
  processes: number;
}

/** Whether the first row of the article list, where the window was left, is there. */
const LIST = `return document.querySelector('[role=listbox] [role=option]') !== null`;
const PAGE = `return document.querySelector('p') !== null`;

async function measure(binary: string, args: string[], ready: string): Promise<Measured> {
  const starts: number[] = [];
  let pssKilobytes = 0;
  let processes = 0;
  // The first start warms the disk cache and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    const desk = await Desk.open({ binary, args, resize: false, allowViolations: true, at: '/articles' });
    try {
      await desk.window.until('what is measured', () => desk.window.script(ready), 20_000);
      if (run > 0) starts.push(Date.now() - desk.launchedAt);
      if (run === RUNS) {
        await sleep(IDLE);
        const ids = desk.processes();
        processes = ids.length;
        pssKilobytes = ids.reduce((sum, id) => sum + proportionalSize(id), 0);
      }
    } finally {
      await desk.close();
    }
  }
  starts.sort((a, b) => a - b);
  return {
    runs: RUNS,
    startMedian: starts[Math.floor(starts.length / 2)] ?? Number.NaN,
    startWorst: starts.at(-1) ?? Number.NaN,
    pssKilobytes,
    processes,
  };
}

/** Proportional set size of a process in kB, as the kernel sums it. */
function proportionalSize(id: number): number {
  const rollup = readFileSync(`/proc/${String(id)}/smaps_rollup`, 'utf8');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? Number.NaN);
}

it(
  'measures the desk and the floor',
  async () => {
    const told = (name: string): string => process.env[name] ?? expect.fail(`${name} is not set`);
    const floor = await measure(told('CHANCERY_FLOOR'), [], PAGE);
    const desk = await measure(told('CHANCERY_BINARY'), ['--dossier', told('CHANCERY_DOSSIER')], LIST);
    for (const one of [floor, desk]) expect(one.pssKilobytes).toBeGreaterThan(0);
    writeFileSync(told('CHANCERY_REPORT'), JSON.stringify({ floor, desk }, null, 2));
  },
  20 * 60_000,
);
