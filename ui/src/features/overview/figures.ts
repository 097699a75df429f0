// The figures of the overview, put together from what the desk counts.
import type { LaneStepDto } from '$lib/ipc/generated/LaneStepDto';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { MonthDto } from '$lib/ipc/generated/MonthDto';

export interface LadderRow {
  lane: string;
  /** By the id of the step. */
  counts: Map<string, number>;
  events: number;
  total: number;
}

/** One row a lane, in the order of the register. */
export function ladderRows(ladder: readonly LaneStepDto[], lanes: readonly string[]): LadderRow[] {
  const rows = new Map<string, LadderRow>();
  for (const { lane, step, milestones } of ladder) {
    const row = rows.get(lane) ?? { lane, counts: new Map(), events: 0, total: 0 };
    if (step === null) row.events += milestones;
    else row.counts.set(step, (row.counts.get(step) ?? 0) + milestones);
    row.total += milestones;
    rows.set(lane, row);
  }
  const place = (lane: string) => (lanes.includes(lane) ? lanes.indexOf(lane) : lanes.length);
  return [...rows.values()].sort((a, b) => place(a.lane) - place(b.lane));
}

/** All lanes together. */
export function totalOf(rows: readonly LadderRow[]): Pick<LadderRow, 'counts' | 'events'> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const [step, number] of row.counts) counts.set(step, (counts.get(step) ?? 0) + number);
  return { counts, events: rows.reduce((sum, { events }) => sum + events, 0) };
}

export interface MonthBar {
  /** `2021-09`. */
  month: string;
  articles: number;
}

/**
 * Bars without gaps from the first to the last month; over `most` months the months become years, so that bars stay
 * wide enough to hit. Undated articles are no bar.
 */
export function monthBars(
  months: readonly Pick<MonthDto, 'month' | 'articles'>[],
  most = 72,
): { bars: MonthBar[]; unit: 'month' | 'year' } {
  const dated = months
    .filter(({ month }) => /^\d{4}-\d{2}$/.test(month))
    .sort((a, b) => a.month.localeCompare(b.month));
  const first = dated[0]?.month;
  const last = dated.at(-1)?.month;
  if (!first || !last) return { bars: [], unit: 'month' };
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const unit = number(last) - number(first) + 1 > most ? 'year' : 'month';
  const keyOf = (month: string) => (unit === 'year' ? month.slice(0, 4) : month);
  const sums = new Map<string, number>();
  for (const { month, articles } of dated) sums.set(keyOf(month), (sums.get(keyOf(month)) ?? 0) + articles);
  const bars: MonthBar[] = [];
  if (unit === 'year') {
    for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
      bars.push({ month: String(year), articles: sums.get(String(year)) ?? 0 });
    }
  } else {
    for (let at = number(first); at <= number(last); at++) {
      const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      bars.push({ month, articles: sums.get(month) ?? 0 });
    }
  }
  return { bars, unit };
}

/** The days a bar covers, as the article list filters by. */
export function daysOf(bar: string): { after: string; before: string } {
  if (bar.length === 4) return { after: `${bar}-01-01`, before: `${bar}-12-31` };
  const last = new Date(Date.UTC(Number(bar.slice(0, 4)), Number(bar.slice(5)), 0)).getUTCDate();
  return { after: `${bar}-01`, before: `${bar}-${last}` };
}

export interface YearColumn {
  year: number;
  milestones: MilestoneDto[];
}

/** A milestone that may lie in any of several years. */
export interface YearSpan {
  milestone: MilestoneDto;
  first: number;
  last: number;
  /** Spans that overlap stand in different rows. */
  row: number;
}

export interface Years {
  columns: YearColumn[];
  spans: YearSpan[];
}

const yearOf = (day: string | null) => (day === null ? Number.NaN : Number.parseInt(day, 10));
const MOST_YEARS = 60;

/** Milestones by their year, years between left empty; those of several years as spans over them. */
export function milestoneYears(milestones: readonly MilestoneDto[]): Years {
  const years = new Map<number, MilestoneDto[]>();
  const several: Omit<YearSpan, 'row'>[] = [];
  for (const milestone of milestones) {
    const last = yearOf(milestone.latest ?? milestone.earliest);
    const first = yearOf(milestone.earliest ?? milestone.latest);
    if (!Number.isFinite(last)) continue;
    if (first < last) several.push({ milestone, first, last });
    else years.set(last, [...(years.get(last) ?? []), milestone]);
  }
  const named = [...years.keys(), ...several.flatMap(({ first, last }) => [first, last])];
  if (named.length === 0) return { columns: [], spans: [] };
  const last = Math.max(...named);
  // A lonely early year must not make thousands of empty columns.
  const from = Math.max(Math.min(...named), last - MOST_YEARS);
  const ends: number[] = [];
  const spans = several
    .filter((span) => span.last >= from)
    .sort((a, b) => a.first - b.first || a.last - b.last)
    .map((span) => {
      const free = ends.findIndex((end) => end < span.first);
      const row = free < 0 ? ends.length : free;
      ends[row] = span.last;
      return { ...span, first: Math.max(span.first, from), row };
    });
  const columns = Array.from({ length: last - from + 1 }, (_, index) => ({
    year: from + index,
    milestones: years.get(from + index) ?? [],
  }));
  return { columns, spans };
}

export interface EventKinds {
  kind: string;
  number: number;
}

/** What the milestones of a lane, or of all, without a status are, the most frequent kind first. */
export function kindsWithoutStatus(milestones: readonly MilestoneDto[], lane: string | null): EventKinds[] {
  const numbers = new Map<string, number>();
  for (const one of milestones)
    if (one.status === null && (lane === null || one.lane === lane))
      numbers.set(one.kind, (numbers.get(one.kind) ?? 0) + 1);
  return [...numbers]
    .map(([kind, number]) => ({ kind, number }))
    .sort((a, b) => b.number - a.number || a.kind.localeCompare(b.kind));
}
