// Where the box stands: under the passage, or over it where there is more room.

const WIDTH = 320;
const GAP = 8;
const WANTED = 380;

export interface Spot {
  left: number;
  /** From the top of the window, or else from its bottom. */
  top?: number;
  bottom?: number;
  /** There is room for. */
  height: number;
}

export function place(
  rect: Pick<DOMRect, 'top' | 'bottom' | 'left'>,
  window: { width: number; height: number },
): Spot {
  const left = Math.min(Math.max(GAP, rect.left), Math.max(GAP, window.width - WIDTH - GAP));
  const below = window.height - rect.bottom - 2 * GAP;
  const above = rect.top - 2 * GAP;
  if (below >= WANTED || below >= above) {
    return { left, top: Math.min(rect.bottom + GAP, window.height - 200), height: Math.max(below, 192) };
  }
  return {
    left,
    bottom: Math.min(window.height - rect.top + GAP, window.height - 200),
    height: Math.max(above, 192),
  };
}
