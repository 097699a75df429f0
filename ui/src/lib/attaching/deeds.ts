// Passages made evidence, and evidence given to another milestone: one operation each, told with what was there before.
import { t } from '$lib/i18n';
import type { AddMilestoneArgs } from '$lib/ipc/generated/AddMilestoneArgs';
import { toast } from '$lib/kit/toasts.svelte';
import { perform } from '$lib/operations';
import type { Span } from '$lib/text/positions';
import { lastMilestone, usedMilestone } from './recent.svelte';

export interface Passage {
  article: number;
  /** Code points of the article's text. */
  span: Span;
  words: string;
}

/** What passages say of a milestone. */
export interface Speaks {
  stance: string;
  proves: string;
}

export const STANCES = ['supports', 'contradicts', 'mentions'] as const;
export const PROVES = ['milestone', 'date', 'who', 'status'] as const;
export const FOR: Speaks = { stance: 'supports', proves: 'milestone' };

/** Makes the passages evidence of a milestone, or of one that is made; whether that was done, or was so already. */
export async function attach(
  to: number | AddMilestoneArgs,
  passages: readonly Passage[],
  speaks: Speaks,
): Promise<boolean> {
  const done = await perform('evidence_attach_all', {
    milestone: typeof to === 'number' ? to : null,
    new: typeof to === 'number' ? null : to,
    passages: passages.map(({ article, span }) => ({ article, span: { start: span.start, end: span.end } })),
    ...speaks,
  });
  if (!done) return false;
  usedMilestone(done.value.milestone);
  if (!done.operation) toast(t('attach-all-known', { number: passages.length }));
  return true;
}

/** Makes the passages evidence of the milestone used last; false where none was. */
export function attachToLast(passages: readonly Passage[]): boolean {
  const milestone = lastMilestone();
  if (milestone === null) return false;
  void attach(milestone, passages, FOR);
  return true;
}

/** Gives evidence to another milestone; `keep` copies it. */
export async function give(ids: readonly number[], to: number, keep: boolean): Promise<boolean> {
  const done = await perform('evidence_give', { ids: [...ids], to, keep });
  if (!done) return false;
  usedMilestone(to);
  const { known, steps } = done.value;
  if (steps > 0) toast(t('give-steps-stay', { number: steps }));
  else if (!done.operation && known > 0) toast(t('attach-all-known', { number: known }));
  return true;
}
