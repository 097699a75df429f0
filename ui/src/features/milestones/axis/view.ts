// The part of time in sight: zooming about a moment, moving, fitting everything; all of it plain arithmetic.
import { DAY_MS } from './extent';

/** First and last moment in sight, milliseconds UTC. */
export interface View {
  t0: number;
  t1: number;
}

const SHORTEST_MS = 5 * DAY_MS;

/** Today is in sight where it lies no further behind the last milestone than this share of all of them. */
const NEAR_TODAY = 0.25;

/** The whole of `extents` and, where it is near, of today, with a little air; the decades of the Union State when there are none. */
export function fitted(extents: readonly { from: number; to: number }[], today?: number): View {
  let t0 = Number.POSITIVE_INFINITY;
  let t1 = Number.NEGATIVE_INFINITY;
  for (const { from, to } of extents) {
    t0 = Math.min(t0, from);
    t1 = Math.max(t1, to);
  }
  if (t0 > t1) return { t0: Date.UTC(1995, 0), t1: Date.UTC(2025, 0) };
  if (today !== undefined && today > t1 && today - t1 <= (t1 - t0) * NEAR_TODAY) t1 = today;
  const air = Math.max((t1 - t0) * 0.03, 30 * DAY_MS);
  return { t0: t0 - air, t1: t1 + air };
}

/** Keeps a view within three times the whole, and not shorter than some days. */
export function bounded(view: View, whole: View): View {
  const longest = (whole.t1 - whole.t0) * 1.5;
  const span = Math.min(Math.max(view.t1 - view.t0, SHORTEST_MS), longest);
  const middle = (view.t0 + view.t1) / 2;
  const lowest = whole.t0 - span / 2;
  const highest = whole.t1 + span / 2;
  const centre = Math.min(Math.max(middle, lowest + span / 2), highest - span / 2);
  return { t0: centre - span / 2, t1: centre + span / 2 };
}

/** Zooms so that the moment under the pointer stays under it. `factor` < 1 shows less time. */
export function zoomed(view: View, factor: number, about: number, whole: View): View {
  const span = view.t1 - view.t0;
  const longest = (whole.t1 - whole.t0) * 1.5;
  const allowed = Math.min(Math.max(span * factor, SHORTEST_MS), longest) / span;
  return bounded({ t0: about - (about - view.t0) * allowed, t1: about + (view.t1 - about) * allowed }, whole);
}

/** Moves by a share of the view; 1 is one whole window to the right. */
export function moved(view: View, share: number, whole: View): View {
  const by = (view.t1 - view.t0) * share;
  return bounded({ t0: view.t0 + by, t1: view.t1 + by }, whole);
}

/** Moves as little as needed to have a moment in sight, with a margin. */
export function revealing(view: View, at: number, whole: View): View {
  const margin = (view.t1 - view.t0) * 0.08;
  if (at < view.t0 + margin) return moved(view, (at - margin - view.t0) / (view.t1 - view.t0), whole);
  if (at > view.t1 - margin * 2) return moved(view, (at + margin * 2 - view.t1) / (view.t1 - view.t0), whole);
  return view;
}

/** A view between two, for a short glide. */
export function between(from: View, to: View, share: number): View {
  return { t0: from.t0 + (to.t0 - from.t0) * share, t1: from.t1 + (to.t1 - from.t1) * share };
}
