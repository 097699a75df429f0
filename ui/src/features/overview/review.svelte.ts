// What waits in the register: proposals, promises past their deadline, evidence to look at again. It takes longer to count than
// the rest of the overview, and is asked for when that has been drawn.
import { asOf } from '$lib/as-of';
import { call, query } from '$lib/ipc';
import type { RegisterReviewDto } from '$lib/ipc/generated/RegisterReviewDto';

/** Milestones with a passage whose words are lost, or that tells another date. */
export function doubtedIn({ warned }: Pick<RegisterReviewDto, 'warned'>): number {
  const weighs = ({ what }: { what: string }) => what === 'lost' || what === 'other-date';
  return warned.filter(({ warnings, steps }) =>
    [...warnings, ...steps.flatMap((step) => step.warnings)].some(weighs),
  ).length;
}

export function reviewFigures(): {
  readonly proposals: number | null;
  readonly overdue: number | null;
  readonly doubted: number | null;
} {
  let drawn = $state(false);
  $effect(() => {
    // The second frame comes after the first was painted.
    let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => (drawn = true))));
    return () => cancelAnimationFrame(frame);
  });
  const asked = $derived(asOf());
  const proposals = query(
    ['milestones', 'articles', 'dossier'],
    () => (drawn ? call('proposals', { article: null, order: 'score', limit: 0 }) : null),
    { key: () => 'proposals count' },
  );
  const review = query(
    ['milestones', 'articles', 'outlets', 'dossier'],
    () => (drawn ? call('register_review', { asOf: asked }) : null),
    { key: () => (asked ? `review ${asked.axis} ${asked.day}` : 'review') },
  );
  return {
    get proposals() {
      return proposals.data?.total ?? null;
    },
    get overdue() {
      const all = review.data?.rollUps.find(({ lane, parent }) => lane === null && parent === null);
      return review.data ? (all?.overdue.length ?? 0) : null;
    },
    get doubted() {
      return review.data ? doubtedIn(review.data) : null;
    },
  };
}
