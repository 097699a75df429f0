// The lines of an axis of time: years, months or days, whatever the zoom leaves room for.
// d3-time, not d3-scale: that one brings d3-color, which assigns to prototypes the window has frozen.
import { utcTicks } from 'd3-time';
import { intlTag } from '$lib/i18n';

export type TickUnit = 'year' | 'month' | 'day';

export interface Tick {
  at: number;
  unit: TickUnit;
  /** The first of a greater unit: drawn stronger. */
  major: boolean;
}

const APART_PX = 88;

/** Ticks for a span of some width, never closer than a label needs, never finer than days. */
export function ticksOf({ t0, t1 }: Readonly<{ t0: number; t1: number }>, width: number): Tick[] {
  const wanted = Math.max(2, Math.floor(width / APART_PX));
  const moments = utcTicks(new Date(t0), new Date(t1), wanted);
  return moments
    .filter((moment) => moment.getUTCHours() === 0 && moment.getUTCMinutes() === 0)
    .map((moment) => {
      const firstOfMonth = moment.getUTCDate() === 1;
      const firstOfYear = firstOfMonth && moment.getUTCMonth() === 0;
      const unit: TickUnit = firstOfYear ? 'year' : firstOfMonth ? 'month' : 'day';
      return { at: moment.getTime(), unit, major: firstOfYear };
    });
}

/** "2021", "Mar", "3 Mar"; the first says which year one is in. */
export function tickInWords({ at, unit }: Tick, first: boolean): string {
  const date = new Date(at);
  if (unit === 'year') return String(date.getUTCFullYear());
  const parts =
    unit === 'day' ? ({ day: 'numeric', month: 'short' } as const) : ({ month: 'short' } as const);
  const words = new Intl.DateTimeFormat(intlTag(), { ...parts, timeZone: 'UTC' }).format(date);
  return first ? `${words} ${date.getUTCFullYear()}` : words;
}
