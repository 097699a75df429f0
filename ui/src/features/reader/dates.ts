// The date a milestone made of a passage most likely has.
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import type { Span } from '$lib/text/positions';

/** The first date named in the passage, else the day the article was published; EDTF, empty when neither is known. */
export function suggestedDate(article: Pick<ArticleDto, 'dates' | 'fields'>, passage: Span): string {
  const named = article.dates.find(
    ({ span, value }) => value && span.start >= passage.start && span.end <= passage.end,
  );
  return named?.value ?? article.fields.find(({ name }) => name === 'published')?.value?.date ?? '';
}
