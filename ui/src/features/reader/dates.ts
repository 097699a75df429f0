// The date a milestone made of a passage most likely has.
import { isPlainDay, publishedSurely } from '$lib/inferred';
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import type { Span } from '$lib/text/positions';

/**
 * The first date named in the passage, else the day the article was published; EDTF, empty when neither is known. A day
 * counted from a date of publication that is itself inferred is marked so.
 */
export function suggestedDate(article: Pick<ArticleDto, 'dates' | 'fields'>, passage: Span): string {
  const named = article.dates.find(
    ({ span, value }) => value && span.start >= passage.start && span.end <= passage.end,
  );
  const published = article.fields.find(({ name }) => name === 'published');
  const date = named?.value ?? published?.value?.date ?? '';
  const sure =
    published !== undefined && publishedSurely(published.value?.date ?? null, published.confidence);
  return !sure && named?.anchor !== 'stated' && isPlainDay(date) ? `${date}~` : date;
}
