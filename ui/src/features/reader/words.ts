// Fields, bases and originals of an article in words.
import { edtfInWords, t, timeInWords, tryT } from '$lib/i18n';
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import type { BasisDto } from '$lib/ipc/generated/BasisDto';
import type { FieldDto } from '$lib/ipc/generated/FieldDto';
import type { FieldNameDto } from '$lib/ipc/generated/FieldNameDto';
import type { FieldValueDto } from '$lib/ipc/generated/FieldValueDto';

/** A value as one reads it: dates in words, the time with "zone unknown" where it is, a language by its name. */
export function valueInWords(name: FieldNameDto, value: FieldValueDto | null): string {
  if (!value) return '';
  if (name === 'language') return tryT(`language-${value.text ?? ''}`) ?? value.text ?? '';
  if (!value.date) return value.text ?? '';
  let date = edtfInWords(value.date);
  if (value.time) {
    const time = timeInWords(value.time);
    date = t('time-at', {
      date,
      time: value.zone ? `${time} ${value.zone}` : t('time-zone-unknown', { time }),
    });
  }
  return value.text ? `${value.text}, ${date}` : date;
}

/** Where the words stand and by which rule they were read. */
export function originInWords({ place, rule }: BasisDto): string {
  const where = tryT(`place-${place}`) ?? place;
  const how = tryT(`rule-${rule}`) ?? rule.replaceAll('-', ' ');
  return rule ? t('origin', { place: where, rule: how }) : where;
}

export function fieldOf(article: ArticleDto, name: FieldNameDto): FieldDto | undefined {
  return article.fields.find((field) => field.name === name);
}

/** "TASS · 10 Sep 2021 · English": what stands under the title. */
export function lineUnderTitle(article: ArticleDto): string {
  const outlet = fieldOf(article, 'outlet')?.value?.text ?? t('articles-no-outlet');
  const published = fieldOf(article, 'published')?.value?.date;
  const language = article.language ? (tryT(`language-${article.language}`) ?? article.language) : null;
  return [outlet, published ? edtfInWords(published) : t('date-undated'), language]
    .filter(Boolean)
    .join(' · ');
}
