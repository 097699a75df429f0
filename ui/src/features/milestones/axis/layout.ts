// Puts the milestones of a lane into rows: glyphs never overlap, labels stand where they fit, crowds become clusters.
import type { Extent } from './extent';

export interface Placeable {
  id: number;
  label: string;
  extent: Extent;
  /** Higher ones get their label first. */
  weight: number;
}

export type Side = 'left' | 'right';

export interface Mark {
  kind: 'one';
  id: number;
  row: number;
  /** Pixels from the origin of time at this zoom. */
  x: number;
  /** On which side of the glyph its label stands. */
  side: Side;
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
  /** The weightiest of its members and how many more: "The treaty +4". */
  label: string;
  side: Side;
  labelWidth: number;
}

export type Placed = Mark | Cluster;

export interface LayoutOptions {
  pixelsPerMs: number;
  /** Rows the lane has. */
  rows: number;
  /** Width of a label in pixels. */
  measure: (label: string) => number;
  /** Labels stay between these, in pixels from the origin. */
  from: number;
  to: number;
}

/** Room a glyph takes, with air. */
export const GLYPH_PX = 18;
export const CLUSTER_PX = 30;
export const LABEL_GAP_PX = 6;
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
  /** Who stands there. */
  of: readonly Placeable[];
}

/** What falls into one bucket. */
interface Group {
  items: Placeable[];
  ids: number[];
}

/** Buckets double in size, so zooming seldom regroups: the last grouping of each lane is kept. */
const grouped = new WeakMap<readonly Placeable[], { bucket: number; groups: Group[] }>();

function groupsOf(items: readonly Placeable[], bucket: number): readonly Group[] {
  const kept = grouped.get(items);
  if (kept?.bucket === bucket) return kept.groups;
  const groups: Group[] = [];
  let last = Number.NaN;
  for (const item of items) {
    const number = Math.floor(item.extent.at / bucket);
    const group = number === last ? groups.at(-1) : undefined;
    if (group) {
      group.items.push(item);
      group.ids.push(item.id);
    } else groups.push({ items: [item], ids: [item.id] });
    last = number;
  }
  grouped.set(items, { bucket, groups });
  return groups;
}

function clusterOf(
  items: readonly Placeable[],
  row: number,
  pixelsPerMs: number,
  /** Those of the items; the same ones while the items are, so that what is drawn of them is not made anew. */
  ids: number[] = items.map(({ id }) => id),
): Cluster {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let chief = items[0];
  for (const item of items) {
    from = Math.min(from, item.extent.at);
    to = Math.max(to, item.extent.at);
    sum += item.extent.at;
    if (chief && item.weight > chief.weight) chief = item;
  }
  const x = (sum / items.length) * pixelsPerMs;
  const label = `${chief?.label ?? ''} +${items.length - 1}`;
  return {
    kind: 'cluster',
    ids,
    row,
    x,
    from,
    to,
    label,
    side: 'right',
    labelWidth: 0,
  };
}

/** Places glyphs (and clusters) of one lane; `items` sorted by `extent.at`. Labels come after, see `withLabels`. */
function withoutLabels(items: readonly Placeable[], { pixelsPerMs, rows }: LayoutOptions): Slot[][] {
  const lines: Slot[][] = Array.from({ length: rows }, () => []);
  for (const { items: group, ids } of groupsOf(items, bucketMs(pixelsPerMs))) {
    if (group.length > rows) {
      place(lines, clusterOf(group, 0, pixelsPerMs, ids), group, CLUSTER_PX, pixelsPerMs);
    } else {
      for (const item of group) {
        const x = item.extent.at * pixelsPerMs;
        const mark: Mark = { kind: 'one', id: item.id, row: 0, x, side: 'right', labelWidth: 0 };
        place(lines, mark, [item], GLYPH_PX, pixelsPerMs);
      }
    }
  }
  return lines;
}

/** Into the first row with room; without any, joined with what stands at the end of the first row. */
function place(
  lines: Slot[][],
  placed: Placed,
  of: readonly Placeable[],
  width: number,
  pixelsPerMs: number,
): void {
  const left = placed.x - width / 2;
  const row = lines.findIndex((line) => (line.at(-1)?.right ?? Number.NEGATIVE_INFINITY) <= left);
  if (row >= 0) {
    placed.row = row;
    lines[row]?.push({ left, right: left + width, placed, of });
    return;
  }
  const slots = lines[0];
  const last = slots?.pop();
  if (!slots || !last) return;
  const all = [...last.of, ...of];
  const joined = clusterOf(all, 0, pixelsPerMs);
  // Never left of where the previous neighbour ends: order in a row is order in time.
  const at = Math.max(joined.x - CLUSTER_PX / 2, slots.at(-1)?.right ?? Number.NEGATIVE_INFINITY);
  joined.x = at + CLUSTER_PX / 2;
  slots.push({ left: at, right: at + CLUSTER_PX, placed: joined, of: all });
}

/** Gives a mark its label where nothing stands to its right. */
function withLabels(lines: Slot[][], { measure }: LayoutOptions): void {
  for (const line of lines) {
    line.forEach(({ placed, right, of: [item] }, index) => {
      if (placed.kind !== 'one' || !item) return;
      const next = line[index + 1]?.left ?? Number.POSITIVE_INFINITY;
      const room = next - right - LABEL_GAP_PX - LABEL_AIR_PX;
      if (room <= 0) return;
      const width = measure(item.label);
      if (width <= room) placed.labelWidth = width;
    });
  }
}

/** What falls on one moment: as many as there are rows are stacked, more are a cluster no zoom could part. */
function together(items: readonly Placeable[], rows: number): Placeable[][] {
  const groups: Placeable[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && group[0]?.extent.at === item.extent.at) group.push(item);
    else groups.push([item]);
  }
  return groups.flatMap((group) => (group.length > rows ? [group] : group.map((item) => [item])));
}

interface Line {
  /** Where the last glyph ends, and where its label does. */
  glyphEnd: number;
  labelEnd: number;
  last: Placed | null;
  weight: number;
}

interface Spread {
  placed: Placed[];
  /** How many have no name of their own: their label had to give way, or they are in a cluster. */
  dropped: number;
}

/** How a place is looked for: which side of the glyph comes first, and whether both are tried before the next row. */
interface Way {
  preferred: Side;
  rowFirst: boolean;
}

const WAYS: readonly Way[] = [
  { preferred: 'right', rowFirst: false },
  { preferred: 'right', rowFirst: true },
  { preferred: 'left', rowFirst: true },
  { preferred: 'left', rowFirst: false },
];

/** Room for the label on a side of a glyph in a line, within the whole. */
function fits(line: Line, mark: Placed, half: number, side: Side, { from, to }: LayoutOptions): boolean {
  if (side === 'right') {
    return line.labelEnd <= mark.x - half && mark.x + half + LABEL_GAP_PX + mark.labelWidth <= to;
  }
  const start = mark.x - half - LABEL_GAP_PX - mark.labelWidth;
  return line.labelEnd + LABEL_AIR_PX <= start && start >= from;
}

/**
 * Each mark in the first row where its glyph and its label have room, on the preferred side or else on the other. Where a
 * glyph has room only on somebody's label, the least weighty of those labels gives way. Null when not even the glyphs fit.
 */
function spreadBy(
  items: readonly Placeable[],
  { preferred, rowFirst }: Way,
  options: LayoutOptions,
): Spread | null {
  const { pixelsPerMs, rows, measure, to } = options;
  const nothing = Number.NEGATIVE_INFINITY;
  const lines = Array.from({ length: rows }, (): Line => ({
    glyphEnd: nothing,
    labelEnd: nothing,
    last: null,
    weight: nothing,
  }));
  const sides: Side[] = preferred === 'right' ? ['right', 'left'] : ['left', 'right'];
  const placed: Placed[] = [];
  let dropped = 0;
  for (const group of together(items, rows)) {
    const [only] = group;
    if (!only) continue;
    const one = group.length === 1;
    const mark: Placed = one
      ? { kind: 'one', id: only.id, row: 0, x: only.extent.at * pixelsPerMs, side: 'right', labelWidth: 0 }
      : clusterOf(group, 0, pixelsPerMs);
    mark.labelWidth = measure(mark.kind === 'cluster' ? mark.label : only.label);
    dropped += group.length - 1;
    const half = (one ? GLYPH_PX : CLUSTER_PX) / 2;
    const left = mark.x - half;
    let line: Line | undefined;
    const places = rowFirst
      ? lines.flatMap((candidate) => sides.map((side) => ({ candidate, side })))
      : sides.flatMap((side) => lines.map((candidate) => ({ candidate, side })));
    const place = places.find(({ candidate, side }) => fits(candidate, mark, half, side, options));
    if (place) {
      line = place.candidate;
      mark.side = place.side;
    }
    if (!line) {
      line = lines
        .filter(({ glyphEnd }) => glyphEnd <= left)
        .toSorted((a, b) => Number(a.labelEnd > left) - Number(b.labelEnd > left) || a.weight - b.weight)[0];
      if (!line) return null;
      if (line.labelEnd > left && line.last) {
        line.last.labelWidth = 0;
        dropped++;
      }
      if (mark.x + half + LABEL_GAP_PX + mark.labelWidth > to) {
        mark.labelWidth = 0;
        dropped++;
      }
    }
    mark.row = lines.indexOf(line);
    line.glyphEnd = left + half * 2;
    line.labelEnd =
      mark.side === 'right' ? line.glyphEnd + LABEL_GAP_PX + mark.labelWidth + LABEL_AIR_PX : line.glyphEnd;
    line.last = mark;
    line.weight = Math.max(...group.map(({ weight }) => weight));
    placed.push(mark);
  }
  return { placed, dropped };
}

/** The first of the ways in which the fewest names are lost. */
function spread(items: readonly Placeable[], options: LayoutOptions): Spread | null {
  let best: Spread | null = null;
  for (const way of WAYS) {
    if (best?.dropped === 0) break;
    const found = spreadBy(items, way, options);
    if (found && (!best || found.dropped < best.dropped)) best = found;
  }
  return best;
}

/** All marks of a lane at a zoom, in pixels from the origin of time. */
export function layoutLane(items: readonly Placeable[], options: LayoutOptions): Placed[] {
  const easy = items.length <= 60 ? spread(items, options) : null;
  if (easy) return easy.placed;
  const lines = withoutLabels(items, options);
  withLabels(lines, options);
  return lines.flat().map(({ placed }) => placed);
}

/** How many rows a lane would like so that every label has room, at most `most`. */
export function rowsWanted(
  items: readonly Placeable[],
  options: Omit<LayoutOptions, 'rows'>,
  most: number,
): number {
  for (let rows = 1; rows < most; rows++) if (spread(items, { ...options, rows })?.dropped === 0) return rows;
  return most;
}
