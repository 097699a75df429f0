/** What measures in a window share: frames while something moves, and the time from a deed to the frame that shows it. */

import { expect } from 'vitest';
import type { Session } from '../driver';

const FRAMES_MS = 4000;

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

/** An empty list that scrolls: what the machine can do at best. */
export const FLOOR = `(() => {
  const list = document.createElement('div');
  list.style.cssText = 'position:fixed;inset:100px;overflow:auto;background:Canvas;z-index:99';
  const inner = document.createElement('div');
  inner.style.height = '200000px';
  list.append(inner);
  document.body.append(list);
  setTimeout(() => list.remove(), ${String(FRAMES_MS)} + 50);
  return () => { list.scrollTop += 12; };
})()`;

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

export interface Times {
  median: number;
  p95: number;
  slowest: number;
}

export interface Gaps {
  median: number;
  p95: number;
  worst: number;
  frames: number;
  /** Gaps in milliseconds, in order of size. */
  sorted: number[];
}

const share = (of: readonly number[], at: number) =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length * at)] ?? Number.NaN;

export const times = (of: readonly number[]): Times => ({
  median: share(of, 0.5),
  p95: share(of, 0.95),
  slowest: Math.max(...of),
});

/** A variable of the environment that the command sets. */
export const told = (name: string): string => process.env[name] ?? expect.fail(`${name} is not set`);

/** The gaps between frames while a step of the page's runs in each. */
export async function gaps(window: Session, step: string): Promise<Gaps> {
  await window.script(GAPS.replace('STEP', step));
  const found = (await window.until(
    'the frames',
    () => window.script('return window.__gaps'),
    30_000,
  )) as number[];
  const sorted = found.toSorted((a, b) => a - b);
  return {
    median: share(found, 0.5),
    p95: share(found, 0.95),
    worst: Math.max(...found),
    frames: found.length,
    sorted,
  };
}

/** How long a deed of the page's takes: `deed` is an expression of two functions, what is done and what then holds. */
export async function timed(window: Session, deed: string): Promise<number> {
  await window.script(TIMED.replace('DEED', deed));
  return Number(await window.until('the change', () => window.script('return window.__took'), 60_000));
}
