// Orders of the article list, in words.
import type { PlainKey } from '$lib/i18n';
import type { ArticleSortDto } from '$lib/ipc/generated/ArticleSortDto';

export const SORTS: Record<ArticleSortDto, PlainKey> = {
  newest: 'sort-newest',
  oldest: 'sort-oldest',
  title: 'sort-title',
  captured: 'sort-captured',
  relevance: 'sort-relevance',
};

export const isSort = (word: string): word is ArticleSortDto => word in SORTS;
