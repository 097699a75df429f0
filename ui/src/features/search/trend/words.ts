// What lines and figures of a trend are called.
import { labelOfSlug } from '$lib/desk.svelte';
import { count, edtfInWords, t, tryT } from '$lib/i18n';
import type { TrendDto } from '$lib/ipc/generated/TrendDto';
import type { TrendFigureDto } from '$lib/ipc/generated/TrendFigureDto';
import type { TrendLineDto } from '$lib/ipc/generated/TrendLineDto';
import type { TrendMeasureDto } from '$lib/ipc/generated/TrendMeasureDto';
import type { TrendSplitDto } from '$lib/ipc/generated/TrendSplitDto';
import { edtfOf, type Bar } from './trend';

export function lineInWords({ of, name, others }: TrendLineDto, split: TrendSplitDto | null): string {
  switch (of) {
    case 'all':
      return t('trend-all');
    case 'topic':
      return labelOfSlug(name ?? '');
    case 'outlet':
      return name ?? '';
    case 'language':
      return tryT(`language-${name}`) ?? name ?? '';
    case 'others':
      return t('trend-others', { count: count(others) });
    case 'without':
      return t(`trend-without-${split ?? 'topic'}`);
  }
}

/** "12 articles", "31 passages in 8 articles". */
export function figureInWords({ counted, articles }: TrendFigureDto, measure: TrendMeasureDto): string {
  const words = t('articles-count', { number: articles, count: count(articles) });
  if (measure === 'articles') return words;
  return t(`trend-${measure}-of`, { number: counted, count: count(counted), articles: words });
}

export function barInWords(
  { of, first, last, figure }: Bar,
  trend: TrendDto,
  split: TrendSplitDto | null,
): string {
  const when = edtfInWords(edtfOf({ first, last }, trend.unit));
  const what = of.of === 'all' ? [] : [lineInWords(of, split)];
  return [...what, when, figureInWords(figure, trend.measure)].join(', ');
}
