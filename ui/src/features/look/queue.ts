// The queue of articles that need a look: which field a reason means, and where the focus goes when the queue changes.
import type { ArticleDto } from '$lib/ipc/generated/ArticleDto';
import type { FieldDto } from '$lib/ipc/generated/FieldDto';
import type { FieldNameDto } from '$lib/ipc/generated/FieldNameDto';
import type { LookDto } from '$lib/ipc/generated/LookDto';
import type { LookReasonDto } from '$lib/ipc/generated/LookReasonDto';

/** In the order of the chips: what weighs most first. */
export const REASONS: readonly LookReasonDto[] = [
  'no-text',
  'mixed-encodings',
  'no-date',
  'weak-date',
  'no-title',
  'weak-title',
];

const FIELDS: Partial<Record<LookReasonDto, FieldNameDto>> = {
  'no-date': 'published',
  'weak-date': 'published',
  'no-title': 'title',
  'weak-title': 'title',
};

/** The fields to judge, in the order of the article; none when the doubt is about the text itself. */
export function fieldsInDoubt(article: Pick<ArticleDto, 'fields'>, reasons: readonly LookReasonDto[]) {
  const meant = new Set(reasons.map((reason) => FIELDS[reason]));
  return article.fields.filter((field: FieldDto) => meant.has(field.name) || field.needsALook);
}

export function reasonCounts(queue: readonly Pick<LookDto, 'reasons'>[]): Map<LookReasonDto, number> {
  const counts = new Map<LookReasonDto, number>();
  for (const { reasons } of queue) {
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/**
 * Which article is in focus once the queue changed: one that undo brought back, else the same, else the one that came
 * after it. `decided` are those that were decided here and have left.
 */
export function focusAfter(
  before: readonly number[],
  after: readonly number[],
  active: number | null,
  decided: ReadonlySet<number>,
): number | null {
  const was = new Set(before);
  const returned = after.find((id) => decided.has(id) && !was.has(id));
  if (returned !== undefined) return returned;
  const are = new Set(after);
  if (active !== null && are.has(active)) return active;
  const at = active === null ? -1 : before.indexOf(active);
  return before.slice(at + 1).find((id) => are.has(id)) ?? (at < 0 ? after[0] : after.at(-1)) ?? null;
}
