// Numbers, days and times as the chosen language writes them.
import { intlTag, t } from './index.svelte';

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${intlTag()} d ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!(format instanceof Intl.DateTimeFormat)) {
    format = new Intl.DateTimeFormat(intlTag(), { ...options, timeZone: 'UTC' });
    made.set(key, format);
  }
  return format as Intl.DateTimeFormat;
}

function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${intlTag()} n ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!(format instanceof Intl.NumberFormat)) {
    format = new Intl.NumberFormat(intlTag(), options);
    made.set(key, format);
  }
  return format as Intl.NumberFormat;
}

function utc(year: number, month = 1, day = 1): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year);
  return date;
}

/** "22 Feb 2021". English months have three letters, so that columns stay even. */
export function dayInWords(year: number, month: number, day: number): string {
  const parts = dates({ day: 'numeric', month: 'short' }).formatToParts(utc(year, month, day));
  const name = parts.find((part) => part.type === 'month')?.value ?? String(month);
  return t('date-day', {
    day: String(day),
    month: intlTag() === 'en-GB' ? name.slice(0, 3) : name,
    year: String(year),
  });
}

/** "November 2019". */
export function monthInWords(year: number, month: number): string {
  const name = dates({ month: 'long' }).format(utc(year, month));
  return t('date-month', { month: name, year: String(year) });
}

/** "2:42" as stored, "17:42:00" without seconds that say nothing. */
export function timeInWords(time: string): string {
  return time.replace(/^(\d{1,2}:\d{2}):00$/, '$1');
}

export function count(value: number): string {
  return numbers({}).format(value);
}

/** A figure with little room: from ten thousand on "11k", "128k", "1.2m". */
export function roughly(value: number): string {
  return value < 10_000 ? count(value) : numbers({ notation: 'compact' }).format(value);
}

/** 0.82 → "82 %". */
export function percent(share: number): string {
  return numbers({ style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** "3.4 kB" with decimal units. */
export function bytes(size: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = size;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step++;
  }
  const unit = units[step] ?? 'byte';
  return numbers({ style: 'unit', unit, maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(
    value,
  );
}
