// Which dates are inferred and not stated: the same rule the briefing follows, for what does not cross the wire as such.
import { edtfInWords, t } from './i18n';
import type { ConfidenceDto } from './ipc/generated/ConfidenceDto';

const DAY = /^-?\d{4}-(0[1-9]|1[0-2])-\d{2}$/;
const MARKED = /[~?%]/;

/** One day, told without any mark of its own. */
export const isPlainDay = (date: string): boolean => DAY.test(date.trim());

/** A date in words, "(inferred)" behind a plain day that is. Coarser and marked dates say so by their own words. */
export function datedInWords(date: string, inferred: boolean): string {
  const words = edtfInWords(date);
  return inferred && isPlainDay(date) ? t('date-inferred', { date: words }) : words;
}

/** Whether an article's date of publication stands on it, and was not concluded from what it says. */
export function publishedSurely(date: string | null, confidence: ConfidenceDto): boolean {
  return date !== null && isPlainDay(date) && confidence === 'high';
}

/** A date of publication in words, with the mark that it was inferred. */
export const publishedInWords = (date: string, confidence: ConfidenceDto): string =>
  datedInWords(date, !publishedSurely(date, confidence));

/** Whether a date has a mark to be shown beside a sign: about, uncertain, or inferred. */
export const isMarked = (date: string, inferred: boolean): boolean => inferred || MARKED.test(date);
