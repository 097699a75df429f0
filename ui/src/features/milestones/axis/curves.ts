// Curves of lineage between marks: from the earlier to the later one, bowed where both stand in one row.

export interface Point {
  x: number;
  y: number;
}

/** Room the ends leave around the glyphs. */
const GAP_PX = 9;
const LEAST_BOW_PX = 12;
const MOST_BOW_PX = 30;

export interface Curve {
  path: string;
  /** Where its words stand. */
  middle: Point;
}

/** The curve between two marks, or null where they stand on one spot. */
export function curveBetween(from: Point, to: Point): Curve | null {
  const way = to.x < from.x ? -1 : 1;
  const width = Math.abs(to.x - from.x);
  const height = Math.abs(to.y - from.y);
  if (width + height < GAP_PX * 2) return null;
  const a = { x: from.x + way * Math.min(GAP_PX, width / 2), y: from.y };
  const b = { x: to.x - way * Math.min(GAP_PX, width / 2), y: to.y };
  if (height < 1) {
    const bow = Math.min(MOST_BOW_PX, Math.max(LEAST_BOW_PX, width * 0.12));
    const third = (b.x - a.x) / 3;
    return {
      path: `M${a.x} ${a.y}C${a.x + third} ${a.y - bow} ${b.x - third} ${b.y - bow} ${b.x} ${b.y}`,
      middle: { x: (a.x + b.x) / 2, y: a.y - bow * 0.75 },
    };
  }
  // Near each other but rows apart: from below one glyph to above the other, clear of what stands beside them.
  if (width < height * 1.5) {
    const down = to.y > from.y ? 1 : -1;
    const [y0, y1] = [from.y + down * GAP_PX, to.y - down * GAP_PX];
    const bend = (y1 - y0) / 2;
    return {
      path: `M${from.x} ${y0}C${from.x} ${y0 + bend} ${to.x} ${y1 - bend} ${to.x} ${y1}`,
      middle: { x: (from.x + to.x) / 2, y: (y0 + y1) / 2 },
    };
  }
  const reach = way * Math.max(width * 0.45, 24);
  return {
    path: `M${a.x} ${a.y}C${a.x + reach} ${a.y} ${b.x - reach} ${b.y} ${b.x} ${b.y}`,
    middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
  };
}
