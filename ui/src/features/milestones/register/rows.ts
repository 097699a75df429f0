// The register as rows of a table: a tree by parent, sorted within each family, filtered without losing the ancestors.
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';
import type { Column } from './columns';

export type SortColumn = Column;

export interface SortOrder {
  column: SortColumn;
  descending: boolean;
}

/** What a place of the register can be narrowed by. */
export type Narrowed = 'lane' | 'status' | Limit;

/** Milestones on judgement only, promises past their deadline, evidence to be looked at again: figures elsewhere lead to them. */
export const LIMITS = ['unevidenced', 'late', 'doubted'] as const;
export type Limit = (typeof LIMITS)[number];

/** In place of a step or lane: those that have none. Neither can be called so. */
export const WITHOUT = '-';

export interface RegisterFilter {
  text: string;
  lane: string | null;
  /** The id of a step, or that there is none. */
  status: string | null;
  /** Only these; null for no such limit. */
  only: ReadonlySet<number> | null;
}

export interface Row {
  milestone: MilestoneDto;
  /** 0 for the roots. */
  depth: number;
  children: number;
  open: boolean;
  /** Passes the filter itself; others are kept as ancestors of one that does. */
  matches: boolean;
}

const EARLIEST = '-9999';
const LATEST = '9999';

/** Milestones whose status or lineage rests on the analyst's judgement, not on a passage. */
export function unevidenced({
  milestones,
  lineage,
}: Pick<RegisterDto, 'milestones' | 'lineage'>): Set<number> {
  const links = lineage.filter(({ evidence }) => evidence === null).flatMap(({ from, to }) => [from, to]);
  return new Set([
    ...milestones.filter(({ statusIsJudgement }) => statusIsJudgement).map(({ id }) => id),
    ...links,
  ]);
}

/** What is in both; null is no limit. */
export function both(
  one: ReadonlySet<number> | null,
  other: ReadonlySet<number> | null,
): ReadonlySet<number> | null {
  if (one === null || other === null) return one ?? other;
  return new Set([...one].filter((id) => other.has(id)));
}

/** One for all: making it costs more than a thousand comparisons. */
const collator = new Intl.Collator();
const inTime = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** By the first possible day; an open beginning counts from its end, the undated come last. */
export function compareDates(a: MilestoneDto, b: MilestoneDto): number {
  const key = ({ earliest, latest }: MilestoneDto) => earliest ?? latest ?? LATEST;
  const end = ({ latest }: MilestoneDto) => latest ?? LATEST;
  // What has no beginning lies before what begins on the day it ends.
  const open = ({ earliest, latest }: MilestoneDto) => (earliest === null && latest !== null ? EARLIEST : '');
  return inTime(key(a), key(b)) || inTime(open(b), open(a)) || inTime(end(a), end(b)) || a.id - b.id;
}

export interface Wording {
  title: (milestone: MilestoneDto) => string;
  kind: (milestone: MilestoneDto) => string;
  lane: (milestone: MilestoneDto) => string;
  parent: (milestone: MilestoneDto) => string;
  /** The ids of the ladder's steps, the furthest first. */
  ladder: readonly string[];
  /** How many links of lineage it has. */
  links: (milestone: MilestoneDto) => number;
}

/** Words in their order, by column: kept while the register is the same, for sorting them is what takes long. */
const ordered = new WeakMap<readonly MilestoneDto[], Map<SortColumn, ReadonlyMap<string, number>>>();

/** The place of each milestone among the words of a column. */
function placesBy(
  milestones: readonly MilestoneDto[],
  column: SortColumn,
  word: (milestone: MilestoneDto) => string,
): ReadonlyMap<MilestoneDto, number> {
  const columns = ordered.get(milestones) ?? new Map<SortColumn, ReadonlyMap<string, number>>();
  ordered.set(milestones, columns);
  const said = milestones.map(word);
  let known = columns.get(column);
  // Worded in another language, they are others.
  if (!known || said.some((words) => !known?.has(words))) {
    known = new Map([...new Set(said)].sort(collator.compare).map((words, place) => [words, place]));
    columns.set(column, known);
  }
  const order = known;
  return new Map(milestones.map((milestone, at) => [milestone, order.get(said[at] ?? '') ?? 0]));
}

function comparer(
  milestones: readonly MilestoneDto[],
  order: SortOrder,
  wording: Wording,
): (a: MilestoneDto, b: MilestoneDto) => number {
  const sign = order.descending ? -1 : 1;
  const text = (of: (milestone: MilestoneDto) => string) => {
    let places: ReadonlyMap<MilestoneDto, number> | undefined;
    return (a: MilestoneDto, b: MilestoneDto) => {
      places ??= placesBy(milestones, order.column, of);
      return (places.get(a) ?? 0) - (places.get(b) ?? 0);
    };
  };
  const { ladder } = wording;
  const rank = ({ step }: MilestoneDto) => (step === null ? ladder.length : ladder.indexOf(step));
  const weight = (of: MilestoneDto) => of.supports + of.contradicts + of.mentions;
  const by: Record<SortColumn, (a: MilestoneDto, b: MilestoneDto) => number> = {
    date: compareDates,
    title: text(wording.title),
    kind: text(wording.kind),
    lane: text(wording.lane),
    parent: text(wording.parent),
    deadline: (a, b) => inTime(a.deadlineLatest ?? LATEST, b.deadlineLatest ?? LATEST),
    who: text(({ who }) => who),
    status: (a, b) => rank(a) - rank(b),
    lineage: (a, b) => wording.links(a) - wording.links(b),
    evidence: (a, b) => weight(a) - weight(b),
  };
  return (a, b) => sign * by[order.column](a, b) || compareDates(a, b);
}

function passes(milestone: MilestoneDto, filter: RegisterFilter, words: Wording): boolean {
  if (filter.lane !== null && (milestone.lane || WITHOUT) !== filter.lane) return false;
  if (filter.status !== null && (milestone.step ?? WITHOUT) !== filter.status) return false;
  if (filter.only !== null && !filter.only.has(milestone.id)) return false;
  const wanted = filter.text.trim().toLocaleLowerCase();
  if (!wanted) return true;
  const all = Object.values(milestone.title).join(' ');
  return `${all} ${milestone.who} ${milestone.date} ${words.kind(milestone)}`
    .toLocaleLowerCase()
    .includes(wanted);
}

/** The rows to show, in order. A milestone whose parent is unknown, or that is its own ancestor, stands as a root. */
export function rowsOf(
  milestones: readonly MilestoneDto[],
  filter: RegisterFilter,
  order: SortOrder,
  folded: ReadonlySet<number>,
  words: Wording,
): Row[] {
  const known = new Set(milestones.map(({ id }) => id));
  const families = new Map<number | null, MilestoneDto[]>();
  for (const milestone of milestones) {
    const parent = milestone.parent !== null && known.has(milestone.parent) ? milestone.parent : null;
    const family = families.get(parent);
    if (family) family.push(milestone);
    else families.set(parent, [milestone]);
  }
  const compare = comparer(milestones, order, words);
  const seen = new Set<number>();

  function gather(parent: number | null, depth: number): Row[] {
    return (families.get(parent) ?? []).toSorted(compare).flatMap((milestone) => {
      if (seen.has(milestone.id)) return [];
      seen.add(milestone.id);
      const below = gather(milestone.id, depth + 1);
      const matches = passes(milestone, filter, words);
      if (!matches && below.length === 0) return [];
      const open = !folded.has(milestone.id);
      return [{ milestone, depth, children: below.length, open, matches }, ...(open ? below : [])];
    });
  }

  const rows = gather(null, 0);
  for (const milestone of milestones) {
    if (!seen.has(milestone.id)) {
      // Only a circle of parents is left out above; it is shown from its first member.
      seen.add(milestone.id);
      if (passes(milestone, filter, words)) {
        rows.push(
          { milestone, depth: 0, children: 0, open: true, matches: true },
          ...gather(milestone.id, 1),
        );
      }
    }
  }
  return rows;
}
