// Widths of panes: how far a handle may move one, and what a key does to it.

export interface PaneLimits {
  initial: number;
  least: number;
  most: number;
}

const STEP = 16;

export function within(width: number, { least, most }: PaneLimits): number {
  return Math.round(Math.min(most, Math.max(least, width)));
}

/** The width after a key on the handle, or null when the key means nothing there. `side` is where the pane lies. */
export function widthAfterKey(
  key: string,
  width: number,
  limits: PaneLimits,
  side: 'left' | 'right',
): number | null {
  const grow = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
  const shrink = side === 'left' ? 'ArrowLeft' : 'ArrowRight';
  if (key === grow) return within(width + STEP, limits);
  if (key === shrink) return within(width - STEP, limits);
  if (key === 'Home') return limits.least;
  if (key === 'End') return limits.most;
  return null;
}
