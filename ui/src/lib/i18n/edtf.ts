// EDTF dates in words. The value is checked in Rust; what cannot be read here is shown as it stands.
import { dayInWords, monthInWords } from './format';
import { t } from './index.svelte';

interface Part {
  year: number;
  /** How many of the year's last digits are unspecified: 199X → 1. */
  unknownDigits: number;
  month?: number | 'unknown';
  day?: number | 'unknown';
  approximate: boolean;
  uncertain: boolean;
}

const DATE = /^(-?\d{1,4}X{0,3})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?([~?%])?$/;
const SEASONS = ['date-spring', 'date-summer', 'date-autumn', 'date-winter'] as const;
/** Quarters, thirds and halves of a year: 33–41. */
const PARTS = [
  'quarter',
  'quarter',
  'quarter',
  'quarter',
  'third',
  'third',
  'third',
  'half',
  'half',
] as const;
const FIRST_OF = { quarter: 33, third: 37, half: 40 };

function parse(text: string): Part | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, digits = '', month, day, mark] = match;
  const unknownDigits = digits.length - digits.replace(/X/g, '').length;
  const number = (part: string | undefined) =>
    (part === 'XX' ? 'unknown' : part && Number(part)) || undefined;
  return {
    year: Number(digits.replace(/X/g, '0')),
    unknownDigits,
    month: number(month),
    day: number(day),
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

function plain(part: Part): string {
  if (part.unknownDigits === 1) return t('date-decade', { year: String(part.year) });
  if (part.unknownDigits > 1) return t('date-century', { year: String(part.year) });
  if (part.month === 'unknown') return t('date-month-unknown', { year: String(part.year) });
  if (part.month === undefined) return String(part.year);
  // The seasons of either half of the Earth have the names of those of neither.
  const season = part.month > 20 && part.month < 33 ? SEASONS[(part.month - 21) % 4] : undefined;
  if (season) return t(season, { year: String(part.year) });
  const piece = PARTS[part.month - 33];
  if (piece)
    return t('date-part', { piece, number: part.month - FIRST_OF[piece] + 1, year: String(part.year) });
  if (part.month < 1 || part.month > 12) return String(part.year);
  const month = monthInWords(part.year, part.month);
  if (part.day === 'unknown') return t('date-day-unknown', { month });
  return part.day === undefined ? month : dayInWords(part.year, part.month, part.day);
}

function single(part: Part): string {
  let words = plain(part);
  const toTheDay = typeof part.day === 'number';
  if (part.approximate)
    words = toTheDay ? t('date-inferred', { date: words }) : t('date-circa', { date: words });
  if (part.uncertain) words = t('date-uncertain', { date: words });
  return words;
}

/** `[1999,2001..2003]` → "1999 or 2001 – 2003". */
function oneOf(choices: string[]): string | null {
  const words = choices.map((choice) => edtfInWords(choice.replace('..', '/')));
  const last = words.pop();
  if (last === undefined || [...words, last].some((one) => /[[\]]|^$/.test(one))) return null;
  return words.length === 0 ? last : t('date-or', { others: words.join(', '), last });
}

/** `1995~/1999~` → "c. 1995 – c. 1999", `/2019-11` → "by November 2019", `2020-10-29~` → "29 Oct 2020 (inferred)". */
export function edtfInWords(value: string): string {
  const set = /^\[(.+)\]$/.exec(value.trim())?.[1];
  if (set !== undefined) return oneOf(set.split(',')) ?? value;
  const [first = '', second] = value.trim().split('/');
  const open = (text: string | undefined) => text === '' || text === '..';
  const start = parse(first);
  if (second === undefined) return start ? single(start) : value;
  const end = parse(second);
  if (open(first) && end) return t('date-by', { date: single(end) });
  if (start && open(second)) return t('date-since', { date: single(start) });
  return start && end ? t('date-range', { start: single(start), end: single(end) }) : value;
}

/** A number that orders dates by their earliest day; an open start counts from its end. Unreadable dates come last. */
export function edtfSortKey(value: string): number {
  const [first = '', second = ''] = value
    .trim()
    .replace(/^\[|\]$/g, '')
    .split(/,|\.\.|\//);
  const part = parse(first) ?? parse(second);
  if (!part) return Number.POSITIVE_INFINITY;
  const month = typeof part.month === 'number' ? part.month : 0;
  const day = typeof part.day === 'number' ? part.day : 0;
  return part.year * 10000 + month * 100 + day;
}
