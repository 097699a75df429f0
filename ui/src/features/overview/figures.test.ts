import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import { describe, expect, test } from 'vitest';
import { daysOf, kindsWithoutStatus, ladderRows, totalOf, milestoneYears, monthBars } from './figures';

describe('figures of the overview', () => {
  test('the ladder is rolled up per lane, in the order of the register', () => {
    const rows = ladderRows(
      [
        { lane: 'b', step: 'begun', milestones: 2 },
        { lane: 'a', step: null, milestones: 3 },
        { lane: 'b', step: null, milestones: 1 },
      ],
      ['a', 'b'],
    );
    expect(rows.map(({ lane, events, total }) => [lane, events, total])).toEqual([
      ['a', 3, 3],
      ['b', 1, 3],
    ]);
    expect(rows[1]?.counts.get('begun')).toBe(2);
  });

  test('all lanes together are the sum of each', () => {
    const of = (lane: string, step: string | null, milestones: number) => ({ lane, step, milestones });
    const rows = ladderRows(
      [of('a', 'begun', 2), of('b', 'begun', 1), of('b', 'kept', 4), of('b', null, 3)],
      [],
    );
    expect(totalOf(rows)).toEqual({
      counts: new Map([
        ['begun', 3],
        ['kept', 4],
      ]),
      events: 3,
    });
  });

  test('months without articles are shown as such, undated articles not at all', () => {
    const { bars, unit } = monthBars([
      { month: '2021-02', articles: 1 },
      { month: '', articles: 4 },
      { month: '2020-12', articles: 2 },
    ]);
    expect(unit).toBe('month');
    expect(bars).toEqual([
      { month: '2020-12', articles: 2 },
      { month: '2021-01', articles: 0 },
      { month: '2021-02', articles: 1 },
    ]);
  });

  test('many months become years', () => {
    const { bars, unit } = monthBars([
      { month: '1999-02', articles: 1 },
      { month: '2021-02', articles: 1 },
      { month: '2021-03', articles: 1 },
    ]);
    expect(unit).toBe('year');
    expect(bars).toHaveLength(23);
    expect(bars.at(-1)).toEqual({ month: '2021', articles: 2 });
  });

  test('a bar leads to its days', () => {
    expect(daysOf('2020-02')).toEqual({ after: '2020-02-01', before: '2020-02-29' });
    expect(daysOf('2021')).toEqual({ after: '2021-01-01', before: '2021-12-31' });
  });

  const one = (earliest: string | null, latest: string | null) => ({ earliest, latest }) as MilestoneDto;

  test('milestones stand in their year, an open beginning in the one it ends in', () => {
    const { columns, spans } = milestoneYears([
      one('1999-01-01', '1999-12-31'),
      one(null, '2001-11-30'),
      one(null, null),
    ]);
    expect(spans).toEqual([]);
    expect(columns.map(({ year, milestones }) => [year, milestones.length])).toEqual([
      [1999, 1],
      [2000, 0],
      [2001, 1],
    ]);
  });

  test('what may lie in any of several years is a span over all of them, and no point in the last', () => {
    const { columns, spans } = milestoneYears([
      one('1995-01-01', '1999-12-31'),
      one('1998-01-01', '2000-12-31'),
      one('2000-01-01', '2001-12-31'),
    ]);
    expect(columns.map(({ year }) => year)).toEqual([1995, 1996, 1997, 1998, 1999, 2000, 2001]);
    expect(columns.every(({ milestones }) => milestones.length === 0)).toBe(true);
    expect(spans.map(({ first, last, row }) => [first, last, row])).toEqual([
      [1995, 1999, 0],
      [1998, 2000, 1],
      [2000, 2001, 0],
    ]);
  });

  test('a lane tells what its milestones without a status are', () => {
    const event = (kind: string, lane: string, status: string | null = null) =>
      ({ kind, lane, status }) as MilestoneDto;
    const milestones = [
      event('treaty', 'a'),
      event('statement', 'a'),
      event('statement', 'a'),
      event('treaty', 'a', 'begun'),
      event('roadmap', 'b'),
    ];
    expect(kindsWithoutStatus(milestones, 'a')).toEqual([
      { kind: 'statement', number: 2 },
      { kind: 'treaty', number: 1 },
    ]);
  });
});
