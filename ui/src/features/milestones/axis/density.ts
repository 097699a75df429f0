// Articles beneath the axis: how many were published in each week, month or year, whatever the zoom leaves room for.
import type { ArticleDayDto } from '$lib/ipc/generated/ArticleDayDto';
import { DAY_MS, dayStart } from './extent';

export type DensityUnit = 'week' | 'month' | 'year';

export interface DensityBar {
  /** Milliseconds UTC, start of its first day and end of its last. */
  from: number;
  to: number;
  articles: number;
  /** ISO days, as the article list filters by. */
  after: string;
  before: string;
}

/** A bar narrower than this can't be hit. */
const LEAST_PX = 5;
const UNITS: readonly [DensityUnit, number][] = [
  ['week', 7],
  ['month', 30],
  ['year', 365],
];

export function unitAt(pixelsPerMs: number): DensityUnit {
  return UNITS.find(([, days]) => days * DAY_MS * pixelsPerMs >= LEAST_PX)?.[0] ?? 'year';
}

function startOf(ms: number, unit: DensityUnit): number {
  const date = new Date(ms);
  if (unit === 'week') return ms - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  date.setUTCDate(1);
  if (unit === 'year') date.setUTCMonth(0);
  return date.getTime();
}

function endOf(start: number, unit: DensityUnit): number {
  if (unit === 'week') return start + 7 * DAY_MS;
  const date = new Date(start);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime();
}

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The bars that hold articles, in order. Weeks begin on Monday. */
export function densityBars(days: readonly ArticleDayDto[], unit: DensityUnit): DensityBar[] {
  const sums = new Map<number, number>();
  for (const { day, articles } of days) {
    const ms = dayStart(day);
    if (ms === null) continue;
    const start = startOf(ms, unit);
    sums.set(start, (sums.get(start) ?? 0) + articles);
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([from, articles]) => {
      const to = endOf(from, unit);
      return { from, to, articles, after: iso(from), before: iso(to - DAY_MS) };
    });
}
