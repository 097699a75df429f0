// Where a milestone stands in time and how sure its edges are, read from its EDTF value and the bounds Rust counted.

export const DAY_MS = 86_400_000;

/** `hard`: known to the day or unit written. `soft`: about, or uncertain. `open`: no bound on that side. */
export type Edge = 'hard' | 'soft' | 'open';

export interface Extent {
  /** Milliseconds UTC, start of the first possible day. */
  from: number;
  /** Milliseconds UTC, end of the last possible day. */
  to: number;
  before: Edge;
  after: Edge;
  /** Where the glyph stands: the middle of what is possible, or the one bound there is. */
  at: number;
}

interface Dated {
  date: string;
  earliest: string | null;
  latest: string | null;
}

/** Start of an ISO day in milliseconds UTC; `Date.parse` would read years under 1000 and signed years differently. */
export function dayStart(iso: string): number | null {
  const match = /^([+-]?\d+)-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const date = new Date(Date.UTC(2000, Number(match[2]) - 1, Number(match[3])));
  return date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

const qualified = (part: string | undefined) => part !== undefined && /[~?%]$/.test(part.trim());

/** Dates repeat, and turning to another day asks for all of them again. */
const known = new Map<string, Extent | null>();
const MOST_KNOWN = 50_000;

/** The extent of a date, or null where nothing is known of it. */
export function extentOf(dated: Dated): Extent | null {
  const key = `${dated.date} ${dated.earliest} ${dated.latest}`;
  let extent = known.get(key);
  if (extent === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    extent = read(dated);
    known.set(key, extent);
  }
  return extent;
}

function read({ date, earliest, latest }: Dated): Extent | null {
  const [first = '', second] = date.split('/');
  const firstDay = earliest === null ? null : dayStart(earliest);
  const lastDay = latest === null ? null : dayStart(latest);
  if (firstDay === null && lastDay === null) return null;
  const before: Edge = firstDay === null ? 'open' : qualified(first) ? 'soft' : 'hard';
  const after: Edge = lastDay === null ? 'open' : qualified(second ?? first) ? 'soft' : 'hard';
  if (firstDay === null && lastDay !== null) {
    return { from: lastDay, to: lastDay + DAY_MS, before, after, at: lastDay + DAY_MS / 2 };
  }
  const from = firstDay ?? 0;
  const to = (lastDay ?? from) + DAY_MS;
  return { from, to, before, after, at: lastDay === null ? from + DAY_MS / 2 : (from + to) / 2 };
}

/** What is drawn of an extent: a bar with the widths of its fading ends, in pixels. */
export interface Bar {
  x0: number;
  x1: number;
  fadeBefore: number;
  fadeAfter: number;
}

const OPEN_FADE_PX = 72;
const LEAST_FADE_PX = 8;
const MOST_FADE_PX = 64;
/** A bar narrower than this says nothing beside its glyph. */
export const LEAST_BAR_PX = 10;

function fade(edge: Edge, width: number): number {
  if (edge === 'hard') return 0;
  if (edge === 'open') return OPEN_FADE_PX;
  return Math.min(MOST_FADE_PX, Math.max(LEAST_FADE_PX, width * 0.35));
}

/**
 * The bar of an extent, or null where the glyph alone tells it: one sure day, or a span too short to see.
 * Soft ends reach outwards as far as inwards, because "about 1995" may be a little earlier.
 */
export function barOf(extent: Extent, toX: (ms: number) => number): Bar | null {
  const left = toX(extent.from);
  const right = toX(extent.to);
  const fadeBefore = fade(extent.before, right - left);
  const fadeAfter = fade(extent.after, right - left);
  const x0 = left - (extent.before === 'soft' ? fadeBefore / 2 : fadeBefore);
  const x1 = right + (extent.after === 'soft' ? fadeAfter / 2 : fadeAfter);
  return x1 - x0 < LEAST_BAR_PX ? null : { x0, x1, fadeBefore, fadeAfter };
}
