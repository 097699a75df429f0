// The keys of the review queue.
import { useCommands } from '$lib/nav';

export interface ReviewDeeds {
  accept: () => void;
  reject: () => void;
  skip: () => void;
  back: () => void;
  /** A suggestion is on the screen. */
  some: () => boolean;
  /** Something was done in this sitting. */
  done: () => boolean;
}

const group = 'section-to-review';

export function useReviewCommands({ accept, reject, skip, back, some, done }: ReviewDeeds): void {
  useCommands([
    { id: 'review.accept', title: 'review-accept', group, shortcut: 'A', run: accept, enabled: some },
    { id: 'review.reject', title: 'review-reject', group, shortcut: 'R', run: reject, enabled: some },
    { id: 'review.skip', title: 'review-skip', group, shortcut: 'S', run: skip, enabled: some },
    { id: 'review.undo', title: 'review-undo', group, shortcut: 'U', run: back, enabled: done },
  ]);
}
