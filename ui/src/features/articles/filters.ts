// Filters of the article list: kept in the address, so that Back undoes them and a link can set them.
import type { ArticleFilterDto } from '$lib/ipc/generated/ArticleFilterDto';
import type { ReviewDto } from '$lib/ipc/generated/ReviewDto';

export const FILTER_NAMES = ['q', 'topic', 'outlet', 'lang', 'review', 'after', 'before', 'stories'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

const REVIEWS: readonly string[] = ['needs-a-look', 'to-review', 'reviewed'] satisfies ReviewDto[];

/** The filters among the details of an address; everything else there (a passage) is not a filter. */
export function filtersOf(params: Readonly<Record<string, string>>): Filters {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = params[name];
    if (value) filters[name] = value;
  }
  return filters;
}

export function without(filters: Filters, name: FilterName): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
}

/** The filter as the desk takes it. What it does not know is left out rather than refused. */
export function toWire(filters: Filters, inBin: boolean): ArticleFilterDto {
  const { review, outlet } = filters;
  return {
    query: filters.q ?? null,
    asTyped: false,
    topic: filters.topic ?? null,
    outlet: outlet && /^\d+$/.test(outlet) ? Number(outlet) : null,
    language: filters.lang ?? null,
    review: review && REVIEWS.includes(review) ? (review as ReviewDto) : null,
    after: filters.after ?? null,
    before: filters.before ?? null,
    stories: filters.stories === '1',
    cameAfter: null,
    inBin,
  };
}
