// What the axis shows: lanes with their marks at the present zoom, and the view with its movements.
import { inWords } from '$lib/desk.svelte';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { RegisterDto } from '$lib/ipc/generated/RegisterDto';
import { ticksOf } from '$lib/time/ticks';
import type { Point } from './curves';
import { extentOf } from './extent';
import { layoutLane, rowsWanted, type Placeable, type Placed } from './layout';
import { labelWidth, shortTitle } from './measure';
import { between, fitted, moved, revealing, zoomed, type View } from './view';

export const ROW_PX = 17;
export const LANE_AIR_PX = 6;
const MOST_ROWS = 6;
/** Where the middle of a row lies. */
export const rowY = (top: number, row: number): number => top + LANE_AIR_PX / 2 + row * ROW_PX + ROW_PX / 2;
/** A lane with more than this is a crowd: it has few rows, and clusters. */
const CROWD = 60;
const GLIDE_MS = 120;

export interface Item extends Placeable {
  milestone: MilestoneDto;
}

export interface Lane {
  id: string;
  label: string;
  items: Item[];
  rows: number;
  /** Top of its first row. */
  top: number;
  height: number;
}

function weightOf({ parent, supports, contradicts, status, accepted }: MilestoneDto): number {
  return (parent === null ? 100 : 0) + supports * 2 + contradicts + accepted + (status ? 1 : 0);
}

function itemsOf(register: RegisterDto): Item[] {
  return register.milestones
    .flatMap((milestone) => {
      const extent = extentOf(milestone);
      const label = shortTitle(inWords(milestone.title));
      return extent ? [{ id: milestone.id, label, extent, weight: weightOf(milestone), milestone }] : [];
    })
    .sort((a, b) => a.extent.at - b.extent.at || a.id - b.id);
}

export class Axis {
  width = $state(0);
  /** Null until somebody zooms or moves: the whole is fitted, whatever comes in. */
  #chosen = $state.raw<View | null>(null);
  #register: () => RegisterDto;
  #inferred: () => ReadonlySet<number>;
  #gliding = 0;

  constructor(register: () => RegisterDto, inferred: () => ReadonlySet<number>) {
    this.#register = register;
    this.#inferred = inferred;
  }

  /** Milestones whose day is inferred. */
  inferred = $derived.by(() => this.#inferred());
  items = $derived.by(() => itemsOf(this.#register()));
  byId = $derived(new Map(this.items.map((item) => [item.id, item])));
  /** The day the window was opened, as it is looked at from. */
  readonly today = Date.now();
  whole: View = $derived(
    fitted(
      this.items.map(({ extent }) => extent),
      this.today,
    ),
  );
  view: View = $derived(this.#chosen ?? this.whole);
  pixelsPerMs = $derived(Math.max(this.width, 1) / (this.view.t1 - this.view.t0));
  ticks = $derived(this.width > 0 ? ticksOf(this.view, this.width) : []);

  lanes: Lane[] = $derived.by(() => {
    const { lanes } = this.#register();
    const pixelsPerMs = Math.max(this.width, 1) / (this.whole.t1 - this.whole.t0);
    const grouped = new Map<string, Item[]>();
    for (const item of this.items) {
      const lane = grouped.get(item.milestone.lane);
      if (lane) lane.push(item);
      else grouped.set(item.milestone.lane, [item]);
    }
    const unnamed = [...grouped.keys()].filter((id) => !lanes.some((lane) => lane.id === id));
    let top = 0;
    return [...lanes.map(({ id }) => id), ...unnamed].flatMap((id) => {
      const items = grouped.get(id);
      if (!items) return [];
      const rows =
        items.length > CROWD
          ? 2
          : rowsWanted(items, { measure: labelWidth, ...this.#scale(pixelsPerMs) }, MOST_ROWS);
      const lane = lanes.find((known) => known.id === id);
      const made = {
        id,
        label: lane ? inWords(lane.label) : id,
        items,
        rows,
        top,
        height: rows * ROW_PX + LANE_AIR_PX,
      };
      top += made.height;
      return [made];
    });
  });

  height = $derived((this.lanes.at(-1)?.top ?? 0) + (this.lanes.at(-1)?.height ?? 0));

  /** Marks by lane at this zoom; moving the view does not lay them out anew. */
  #marks: Placed[][] = $derived(
    this.lanes.map(({ items, rows }) =>
      layoutLane(items, { rows, measure: labelWidth, ...this.#scale(this.pixelsPerMs) }),
    ),
  );

  /** Links of lineage between milestones that have a place in time. */
  links = $derived.by(() =>
    this.#register().lineage.filter(({ from, to }) => this.byId.has(from) && this.byId.has(to)),
  );

  /** Where the marks of linked milestones stand: pixels from the origin of time, and from the top. */
  places: ReadonlyMap<number, Point> = $derived.by(() => {
    const linked = new Set(this.links.flatMap(({ from, to }) => [from, to]));
    const found = new Map<number, Point>();
    if (linked.size === 0) return found;
    this.#marks.forEach((marks, index) => {
      const top = this.lanes[index]?.top ?? 0;
      for (const mark of marks) {
        const place = { x: mark.x, y: rowY(top, mark.row) };
        if (mark.kind === 'one') {
          if (linked.has(mark.id)) found.set(mark.id, place);
        } else for (const id of mark.ids) if (linked.has(id)) found.set(id, place);
      }
    });
    return found;
  });

  /** What is in sight, lane by lane. */
  visible: Placed[][] = $derived.by(() => {
    const left = this.view.t0 * this.pixelsPerMs;
    const right = left + this.width;
    return this.#marks.map((marks) =>
      marks.filter((mark) => {
        const item = this.byId.get(mark.kind === 'one' ? mark.id : (mark.ids[0] ?? 0));
        const from = item ? item.extent.from * this.pixelsPerMs - 80 : mark.x;
        const to = item ? item.extent.to * this.pixelsPerMs + 80 : mark.x;
        const label = mark.side === 'left' ? -mark.labelWidth : mark.labelWidth;
        const begin = Math.min(mark.x, mark.x + label, from);
        const end = Math.max(mark.x, mark.x + label, to);
        return end > left - 40 && begin < right + 40;
      }),
    );
  });

  /** How many in a lane stand there without their name at this zoom. */
  nameless: number[] = $derived(
    this.#marks.map(
      (marks) => marks.filter(({ kind, labelWidth: width }) => kind === 'one' && width === 0).length,
    ),
  );

  #scale(pixelsPerMs: number) {
    return { pixelsPerMs, from: this.whole.t0 * pixelsPerMs, to: this.whole.t1 * pixelsPerMs };
  }

  toX = (ms: number): number => (ms - this.view.t0) * this.pixelsPerMs;
  toTime = (x: number): number => this.view.t0 + x / this.pixelsPerMs;

  fit(): void {
    this.#glide(this.whole, () => (this.#chosen = null));
  }

  zoomAbout(factor: number, about: number, glide = false): void {
    const next = zoomed(this.view, factor, about, this.whole);
    if (glide) this.#glide(next);
    else this.#show(next);
  }

  moveBy(share: number, glide = false): void {
    const next = moved(this.view, share, this.whole);
    if (glide) this.#glide(next);
    else this.#show(next);
  }

  /** Shows a span of time with air on both sides. */
  zoomTo(from: number, to: number): void {
    const span = Math.max(to - from, 1);
    const factor = (span * 1.6) / (this.view.t1 - this.view.t0);
    const middle = (from + to) / 2;
    const half = (this.view.t1 - this.view.t0) / 2;
    this.#glide(zoomed({ t0: middle - half, t1: middle + half }, factor, middle, this.whole));
  }

  reveal(id: number): void {
    const item = this.byId.get(id);
    if (!item) return;
    const next = revealing(this.view, item.extent.at, this.whole);
    if (next !== this.view) this.#glide(next);
  }

  #show(view: View): void {
    this.#gliding++;
    this.#chosen = view;
  }

  #glide(to: View, then?: () => void): void {
    const turn = ++this.#gliding;
    const from = this.view;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#chosen = to;
      then?.();
      return;
    }
    const start = performance.now();
    const step = (now: number) => {
      if (turn !== this.#gliding) return;
      const share = Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
      this.#chosen = between(from, to, 1 - (1 - share) ** 2);
      if (share < 1) requestAnimationFrame(step);
      else then?.();
    };
    requestAnimationFrame(step);
  }
}
