// Moments of work in words: when a note was written, when an operation was done. In the zone of this machine.
import { intlTag } from './i18n';

const DAY_MS = 86_400_000;

/** "14:05" today, "22 Feb, 14:05" this year, "22 Feb 2021" before. `now` is handed in by tests. */
export function momentInWords(at: number, now = Date.now()): string {
  const date = new Date(at);
  const today = new Date(now);
  const sameDay = date.toDateString() === today.toDateString() && Math.abs(now - at) < DAY_MS;
  const sameYear = date.getFullYear() === today.getFullYear();
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month: 'short' } as const;
  const options: Intl.DateTimeFormatOptions = sameDay
    ? time
    : sameYear
      ? { ...day, ...time }
      : { ...day, year: 'numeric' };
  // Three letters a month in English, as everywhere else.
  return new Intl.DateTimeFormat(intlTag(), options).format(date).replace('Sept', 'Sep');
}
