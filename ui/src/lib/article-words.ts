// Fields, bases and originals of an article in words.
import { count, t, timeInWords, tryT } from './i18n';
import { datedInWords, publishedSurely } from './inferred';
import type { ArticleDto } from './ipc/generated/ArticleDto';
import type { BasisDto } from './ipc/generated/BasisDto';
import type { FieldDto } from './ipc/generated/FieldDto';
import type { FieldNameDto } from './ipc/generated/FieldNameDto';
import type { FieldValueDto } from './ipc/generated/FieldValueDto';

/** A value as one reads it: dates in words, the time with "zone unknown" where it is, a language by its name. */
export function valueInWords(name: FieldNameDto, value: FieldValueDto | null, inferred = false): string {
  if (!value) return '';
  if (name === 'language') return tryT(`language-${value.text ?? ''}`) ?? value.text ?? '';
  if (!value.date) return value.text ?? '';
  let date = datedInWords(value.date, inferred);
  if (value.time) {
    const time = timeInWords(value.time);
    date = t('time-at', {
      date,
      time: value.zone ? `${time} ${value.zone}` : t('time-zone-unknown', { time }),
    });
  }
  return value.text ? `${value.text}, ${date}` : date;
}

/** "Russian · 2 paragraphs Belarusian": the language of an article and those of paragraphs that are in others. */
export function languagesInWords(article: Pick<ArticleDto, 'fields' | 'languageRuns'>): string {
  const field = article.fields.find(({ name }) => name === 'language');
  const others = new Map<string, number>();
  for (const { language, paragraphs } of article.languageRuns)
    others.set(language, (others.get(language) ?? 0) + paragraphs);
  const parts = [...others].map(([code, number]) =>
    t('language-paragraphs', { number, count: count(number), language: tryT(`language-${code}`) ?? code }),
  );
  return [valueInWords('language', field?.value ?? null), ...parts].filter(Boolean).join(' · ');
}

/** Where the words stand and by which rule they were read. */
export function originInWords({ place, rule }: BasisDto): string {
  const where = tryT(`place-${place}`) ?? place;
  const how = tryT(`rule-${rule}`) ?? rule.replaceAll('-', ' ');
  return rule ? t('origin', { place: where, rule: how }) : where;
}

/**
 * Whether a field's date is inferred and not stated: the day of publication is not certain, or a dateline has its year from
 * such a day and not from its own words.
 */
export function dateInferred(article: Pick<ArticleDto, 'fields'>, field: FieldDto): boolean {
  const published = article.fields.find(({ name }) => name === 'published');
  const sure = published ? publishedSurely(published.value?.date ?? null, published.confidence) : false;
  if (field.name === 'published') return !sure;
  if (field.name === 'modified') return false;
  const year = field.value?.date?.slice(0, 4) ?? '';
  return !sure && !field.byAnalyst && !field.basis.some(({ words }) => words.includes(year));
}

export function fieldOf(article: ArticleDto, name: FieldNameDto): FieldDto | undefined {
  return article.fields.find((field) => field.name === name);
}

/** "TASS · 10 Sep 2021 · English": what stands under the title. */
export function lineUnderTitle(article: ArticleDto): string {
  const outlet = article.outlet?.name ?? fieldOf(article, 'outlet')?.value?.text ?? t('articles-no-outlet');
  const field = fieldOf(article, 'published');
  const published = field?.value?.date;
  const language = article.language ? (tryT(`language-${article.language}`) ?? article.language) : null;
  return [
    outlet,
    field && published ? datedInWords(published, dateInferred(article, field)) : t('date-undated'),
    language,
  ]
    .filter(Boolean)
    .join(' · ');
}
