import { describe, expect, test } from 'vitest';
import { DAY_MS } from './extent';
import {
  bucketMs,
  CLUSTER_PX,
  GLYPH_PX,
  LABEL_GAP_PX,
  layoutLane,
  rowsWanted,
  type Placeable,
  type Placed,
} from './layout';

const measure = (label: string) => label.length * 6;
const item = (id: number, day: number, label = `Milestone ${id}`, weight = 0): Placeable => ({
  id,
  label,
  weight,
  extent: { from: day * DAY_MS, to: (day + 1) * DAY_MS, before: 'hard', after: 'hard', at: day * DAY_MS },
});
const options = (pixelsPerDay: number, rows: number) => ({
  pixelsPerMs: pixelsPerDay / DAY_MS,
  rows,
  measure,
  from: 0,
  to: Number.POSITIVE_INFINITY,
});
const ids = (placed: readonly Placed[]) =>
  placed.flatMap((one) => (one.kind === 'one' ? [one.id] : one.ids)).sort((a, b) => a - b);

/** Left and right of everything in a row, labels included. */
function spans(placed: readonly Placed[], row: number): [number, number][] {
  return placed
    .filter((one) => one.row === row)
    .map((one): [number, number] => {
      const half = (one.kind === 'cluster' ? CLUSTER_PX : GLYPH_PX) / 2;
      const label = one.labelWidth ? LABEL_GAP_PX + one.labelWidth : 0;
      return one.side === 'left'
        ? [one.x - half - label, one.x + half]
        : [one.x - half, one.x + half + label];
    })
    .sort((a, b) => a[0] - b[0]);
}

function expectNothingOverlaps(placed: readonly Placed[], rows: number) {
  for (let row = 0; row < rows; row++) {
    const line = spans(placed, row);
    for (let at = 1; at < line.length; at++) {
      expect(line[at]![0]).toBeGreaterThanOrEqual(line[at - 1]![1] - 0.001);
    }
  }
}

/** A small generator with a fixed seed, so that a failure can be met again. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('placing the milestones of a lane', () => {
  test('with room everywhere, all stand in the first row with their labels', () => {
    const placed = layoutLane([item(1, 0), item(2, 500), item(3, 1000)], options(1, 3));
    expect(placed.every((one) => one.kind === 'one' && one.row === 0 && one.labelWidth > 0)).toBe(true);
  });

  test('what falls on one day is stacked', () => {
    const placed = layoutLane([item(1, 10), item(2, 10)], options(1, 3));
    expect(placed.map(({ row }) => row).sort()).toEqual([0, 1]);
  });

  test('a cluster on one day is named after its weightiest member, where that fits', () => {
    const placed = layoutLane([item(1, 10), item(2, 10, 'The treaty', 100), item(3, 10)], options(1, 1));
    expect(placed).toMatchObject([{ kind: 'cluster', label: 'The treaty +2', labelWidth: 78 }]);
  });

  test('more than the rows hold becomes a cluster that names all of them', () => {
    const placed = layoutLane(
      [1, 2, 3, 4, 5].map((id) => item(id, 10)),
      options(1, 3),
    );
    expect(placed).toHaveLength(1);
    expect(placed[0]).toMatchObject({ kind: 'cluster', ids: [1, 2, 3, 4, 5] });
  });

  test.each([0.02, 0.2, 1, 4])('nothing is lost and nothing overlaps at %d pixels a day', (pixelsPerDay) => {
    const random = numbers(7);
    const days = Array.from({ length: 400 }, () => Math.floor(random() * 9000)).sort((a, b) => a - b);
    const items = days.map((day, index) =>
      item(index, day, 'x'.repeat(4 + Math.floor(random() * 40)), random()),
    );
    for (const rows of [1, 2, 4]) {
      const placed = layoutLane(items, options(pixelsPerDay, rows));
      expect(ids(placed)).toEqual(items.map(({ id }) => id));
      expectNothingOverlaps(placed, rows);
    }
  });

  test('the weightier of two neighbours is labelled', () => {
    const crowd = Array.from({ length: 61 }, (_, index) => item(index, 5000 + index * 400));
    const pair = [item(100, 0, 'a'.repeat(20), 1), item(101, 60, 'b'.repeat(20), 9)];
    const placed = layoutLane([...pair, ...crowd], options(1, 1));
    const label = (id: number) => placed.find((one) => one.kind === 'one' && one.id === id);
    expect(label(100)).toMatchObject({ labelWidth: 0 });
    expect(label(101)).toMatchObject({ labelWidth: 120 });
  });

  test('where only labels are in the way, the least weighty gives way and no glyph is lost', () => {
    const near = [
      item(1, 0, 'a'.repeat(20), 1),
      item(2, 30, 'b'.repeat(20), 9),
      item(3, 60, 'c'.repeat(20), 5),
    ];
    const placed = layoutLane(near, options(1, 2));
    const width = (id: number) => placed.find((one) => one.kind === 'one' && one.id === id)?.labelWidth;
    expect([width(1), width(2), width(3)]).toEqual([0, 120, 120]);
    expectNothingOverlaps(placed, 2);
  });

  test('buckets are powers of two, so that moving the view never regroups', () => {
    const size = bucketMs(1 / DAY_MS);
    expect(Math.log2(size) % 1).toBe(0);
    expect(size / DAY_MS).toBeGreaterThanOrEqual(36);
  });

  test('ten thousand are placed well within a frame or two', () => {
    const random = numbers(3);
    const items = Array.from({ length: 10_000 }, () => Math.floor(random() * 11_000))
      .sort((a, b) => a - b)
      .map((day, index) => item(index, day));
    layoutLane(items, options(0.1, 4));
    const before = performance.now();
    const placed = layoutLane(items, options(0.1, 4));
    expect(performance.now() - before).toBeLessThan(120);
    expect(placed.length).toBeLessThan(300);
    expect(ids(placed)).toHaveLength(10_000);
  });

  test('a lane wants as many rows as its labels need, and no more than allowed', () => {
    const near = [item(1, 0), item(2, 30), item(3, 60)];
    expect(rowsWanted(near, options(1, 1), 5)).toBe(3);
    expect(rowsWanted(near, options(1, 1), 2)).toBe(2);
    expect(rowsWanted([item(1, 0)], options(1, 1), 5)).toBe(1);
  });

  test('what happened at once wants a row each before it becomes a cluster', () => {
    const treaty = [1, 2, 3, 4, 5].map((id) => item(id, 10));
    expect(rowsWanted(treaty, options(1, 1), 6)).toBe(5);
    expect(layoutLane(treaty, options(1, 5)).map(({ kind, row }) => [kind, row])).toEqual(
      [0, 1, 2, 3, 4].map((row) => ['one', row]),
    );
  });

  test('at the end of the whole a label stands on the left of its glyph', () => {
    const placed = layoutLane([item(1, 0), item(2, 500)], { ...options(1, 1), to: 520 });
    expect(placed.map(({ side, labelWidth }) => [side, labelWidth > 0])).toEqual([
      ['right', true],
      ['left', true],
    ]);
    expectNothingOverlaps(placed, 1);
  });

  test('labels on both sides need fewer rows', () => {
    const pair = [item(1, 500), item(2, 520)];
    expect(rowsWanted(pair, options(1, 1), 5)).toBe(1);
  });
});
