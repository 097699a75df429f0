// The copies and reprints of an article in words.
import { percent, t } from '$lib/i18n';
import type { TellingDto } from '$lib/ipc/generated/TellingDto';

/** "the same words" or "94 % the same": less than all is never told as all. */
export function likenessInWords({ exact, similarity }: Pick<TellingDto, 'exact' | 'similarity'>): string {
  if (exact) return t('story-exact');
  return t('story-similar', { share: percent(Math.floor(similarity * 100) / 100) });
}

/** Two tellings, the earlier first: a story is told in its order. */
export function inOrder(
  tellings: readonly TellingDto[],
  one: TellingDto,
  other: TellingDto,
): [earlier: TellingDto, later: TellingDto] {
  return tellings.indexOf(one) <= tellings.indexOf(other) ? [one, other] : [other, one];
}
