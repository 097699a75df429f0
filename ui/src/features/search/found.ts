// How many articles are found, in words.
import { count, t } from '$lib/i18n';
import type { SearchCountDto } from '$lib/ipc/generated/SearchCountDto';

const FOUND = {
  exactly: 'search-found',
  'at-most': 'search-found-at-most',
  'at-least': 'search-found-at-least',
} as const;

/** "12 articles", "at most 300 articles". */
export const foundInWords = ({ total, counted }: SearchCountDto): string =>
  t(FOUND[counted], { number: total, count: count(total) });
