// Numeric dates that can be read two ways, and what the two are.
import type { FieldDto } from '$lib/ipc/generated/FieldDto';

export interface TwoReadings {
  /** The date as it is written. */
  words: string;
  /** EDTF. */
  dayFirst: string;
  monthFirst: string;
}

const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/;
/** A year of two digits from here on belongs to the last century. */
const LAST_CENTURY = 70;

const day = (year: number, month: number, date: number) =>
  [String(year), ...[month, date].map((part) => String(part).padStart(2, '0'))].join('-');

/** Null when there is one reading, or no such date. */
export function twoReadings(words: string): TwoReadings | null {
  const [found, first, , second, yearDigits] = NUMERIC.exec(words) ?? [];
  if (found === undefined) return null;
  const [a, b, digits] = [Number(first), Number(second), Number(yearDigits)];
  if (a === b || Math.max(a, b) > 12 || Math.min(a, b) < 1) return null;
  const year = yearDigits?.length === 4 ? digits : digits + (digits < LAST_CENTURY ? 2000 : 1900);
  return { words: found, dayFirst: day(year, b, a), monthFirst: day(year, a, b) };
}

/** The two readings of the words a date rests on, or could rest on. */
export function readingsOf(field: Pick<FieldDto, 'basis' | 'alternatives'>): TwoReadings | null {
  const bases = [...field.basis, ...field.alternatives.flatMap(({ basis }) => basis)];
  for (const { words } of bases) {
    const readings = twoReadings(words);
    if (readings) return readings;
  }
  return null;
}
