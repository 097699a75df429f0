// Puts the milestones of a lane into rows: glyphs never overlap, labels stand only where they fit, crowds become clusters.
import type { Extent } from './extent';

export interface Placeable {
  id: number;
  label: string;
  extent: Extent;
  /** Higher ones get their label first. */
  weight: number;
}

export interface Mark {
  kind: 'one';
  id: number;
  row: number;
  /** Pixels from the origin of time at this zoom. */
  x: number;
  /** Zero: no room for a label. */
  labelWidth: number;
}

export interface Cluster {
  kind: 'cluster';
  ids: number[];
  row: number;
  x: number;
  from: number;
  to: number;
}

export type Placed = Mark | Cluster;

export interface LayoutOptions {
  pixelsPerMs: number;
  /** Rows the lane has. */
  rows: number;
  /** Width of a label in pixels. */
  measure: (label: string) => number;
}

/** Room a glyph takes, with air. */
export const GLYPH_PX = 18;
export const CLUSTER_PX = 30;
const LABEL_GAP_PX = 4;
const LABEL_AIR_PX = 10;
const BUCKET_PX = 36;

/** Buckets are fixed in time, not to the window: moving the view never regroups what is in sight. */
export function bucketMs(pixelsPerMs: number): number {
  return 2 ** Math.ceil(Math.log2(BUCKET_PX / pixelsPerMs));
}

interface Slot {
  left: number;
  right: number;
  placed: Placed;
}

function clusterOf(items: readonly Placeable[], row: number, pixelsPerMs: number): Cluster {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { extent } of items) {
    from = Math.min(from, extent.at);
    to = Math.max(to, extent.at);
    sum += extent.at;
  }
  const x = (sum / items.length) * pixelsPerMs;
  return { kind: 'cluster', ids: items.map(({ id }) => id), row, x, from, to };
}

/** Places glyphs (and clusters) of one lane; `items` sorted by `extent.at`. Labels come after, see `withLabels`. */
function withoutLabels(items: readonly Placeable[], { pixelsPerMs, rows }: LayoutOptions): Slot[][] {
  const bucket = bucketMs(pixelsPerMs);
  const lines: Slot[][] = Array.from({ length: rows }, () => []);
  const byId = new Map(items.map((item) => [item.id, item]));
  let start = 0;
  while (start < items.length) {
    const first = items[start];
    if (!first) break;
    const number = Math.floor(first.extent.at / bucket);
    let end = start + 1;
    while (end < items.length && Math.floor((items[end]?.extent.at ?? 0) / bucket) === number) end++;
    const group = items.slice(start, end);
    if (group.length > rows) place(lines, byId, clusterOf(group, 0, pixelsPerMs), CLUSTER_PX, pixelsPerMs);
    else {
      for (const { id, extent } of group) {
        place(
          lines,
          byId,
          { kind: 'one', id, row: 0, x: extent.at * pixelsPerMs, labelWidth: 0 },
          GLYPH_PX,
          pixelsPerMs,
        );
      }
    }
    start = end;
  }
  return lines;
}

/** Into the first row with room; without any, joined with what stands at the end of the first row. */
function place(
  lines: Slot[][],
  byId: ReadonlyMap<number, Placeable>,
  placed: Placed,
  width: number,
  pixelsPerMs: number,
): void {
  const left = placed.x - width / 2;
  const row = lines.findIndex((line) => (line.at(-1)?.right ?? Number.NEGATIVE_INFINITY) <= left);
  if (row >= 0) {
    lines[row]?.push({ left, right: left + width, placed: { ...placed, row } });
    return;
  }
  const slots = lines[0];
  const last = slots?.pop();
  if (!slots || !last) return;
  const ids = [last.placed, placed].flatMap((one) => (one.kind === 'one' ? [one.id] : one.ids));
  const joined = clusterOf(
    ids.flatMap((id) => byId.get(id) ?? []),
    0,
    pixelsPerMs,
  );
  // Never left of where the previous neighbour ends: order in a row is order in time.
  const at = Math.max(joined.x - CLUSTER_PX / 2, slots.at(-1)?.right ?? Number.NEGATIVE_INFINITY);
  slots.push({ left: at, right: at + CLUSTER_PX, placed: { ...joined, x: at + CLUSTER_PX / 2 } });
}

/** Gives labels to the weightiest first, each only where nothing stands to its right. */
function withLabels(lines: Slot[][], items: readonly Placeable[], { measure }: LayoutOptions): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const line of lines) {
    const slots = line
      .map((slot, index) => ({
        slot,
        index,
        item: slot.placed.kind === 'one' ? byId.get(slot.placed.id) : undefined,
      }))
      .filter((entry) => entry.item !== undefined)
      .sort((a, b) => (b.item?.weight ?? 0) - (a.item?.weight ?? 0) || a.index - b.index);
    for (const { slot, index, item } of slots) {
      if (!item || slot.placed.kind !== 'one') continue;
      const next = line[index + 1]?.left ?? Number.POSITIVE_INFINITY;
      const width = measure(item.label);
      if (slot.right + LABEL_GAP_PX + width + LABEL_AIR_PX <= next) slot.placed.labelWidth = width;
    }
  }
}

/**
 * Spreads what stands in the first row over the others so that more labels fit: each item goes to the row where its
 * label has room, when there is one.
 */
function spread(items: readonly Placeable[], options: LayoutOptions): Slot[][] | null {
  const { pixelsPerMs, rows, measure } = options;
  const ends: number[] = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const lines: Slot[][] = Array.from({ length: rows }, () => []);
  for (const { id, label, extent } of items) {
    const x = extent.at * pixelsPerMs;
    const left = x - GLYPH_PX / 2;
    const width = measure(label);
    const row = ends.findIndex((end) => end <= left);
    if (row < 0) return null;
    ends[row] = left + GLYPH_PX + LABEL_GAP_PX + width + LABEL_AIR_PX;
    lines[row]?.push({
      left,
      right: left + GLYPH_PX,
      placed: { kind: 'one', id, row, x, labelWidth: width },
    });
  }
  return lines;
}

/** All marks of a lane at a zoom, in pixels from the origin of time. */
export function layoutLane(items: readonly Placeable[], options: LayoutOptions): Placed[] {
  const easy = items.length <= 60 ? spread(items, options) : null;
  if (easy) return easy.flat().map(({ placed }) => placed);
  const lines = withoutLabels(items, options);
  withLabels(lines, items, options);
  return lines.flat().map(({ placed }) => placed);
}

/** How many rows a lane would like so that every label has room, at most `most`. */
export function rowsWanted(
  items: readonly Placeable[],
  options: Omit<LayoutOptions, 'rows'>,
  most: number,
): number {
  for (let rows = 1; rows < most; rows++) if (spread(items, { ...options, rows })) return rows;
  return most;
}
