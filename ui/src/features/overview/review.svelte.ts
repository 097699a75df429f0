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

/** By then the overview has been drawn. */
const AFTER_MS = 50;

export function reviewFigures(): {
  readonly proposals: number | null;
  readonly overdue: number | null;
  readonly doubted: number | null;
} {
  let drawn = $state(false);
  $effect(() => {
    // No frame is asked for: where nothing moves, the engine may draw none for long.
    const timer = setTimeout(() => (drawn = true), AFTER_MS);
    return () => clearTimeout(timer);
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
