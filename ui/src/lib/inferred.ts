// Which dates are inferred and not stated: the same rule the briefing follows, for what does not cross the wire as such.
import { edtfInWords, t } from './i18n';
import type { ConfidenceDto } from './ipc/generated/ConfidenceDto';
import type { EvidenceDto } from './ipc/generated/EvidenceDto';
import type { MilestoneDto } from './ipc/generated/MilestoneDto';

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

/**
 * Whether the day of a milestone is inferred: its year stands in none of its passages, and none of their articles is
 * itself dated surely. `surely` tells it of an article.
 */
export function dayInferred(
  { date }: Pick<MilestoneDto, 'date'>,
  evidence: readonly Pick<EvidenceDto, 'article' | 'exact'>[],
  surely: (article: number) => boolean,
): boolean {
  if (!isPlainDay(date) || evidence.length === 0) return false;
  const year = date.trim().slice(0, -6);
  return !evidence.some(({ article, exact }) => exact.includes(year) || surely(article));
}

/** Whether a date has a mark to be shown beside a sign: about, uncertain, or inferred. */
export const isMarked = (date: string, inferred: boolean): boolean => inferred || MARKED.test(date);
