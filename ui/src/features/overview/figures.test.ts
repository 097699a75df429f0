import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import { describe, expect, test } from 'vitest';
import { daysOf, ladderRows, monthBars, yearColumns } from './figures';

describe('figures of the overview', () => {
  test('the ladder is rolled up per lane, in the order of the register', () => {
    const rows = ladderRows(
      [
        { lane: 'b', status: 'begun', milestones: 2 },
        { lane: 'a', status: null, milestones: 3 },
        { lane: 'b', status: null, milestones: 1 },
      ],
      ['a', 'b'],
    );
    expect(rows.map(({ lane, events, total }) => [lane, events, total])).toEqual([
      ['a', 3, 3],
      ['b', 1, 3],
    ]);
    expect(rows[1]?.counts.get('begun')).toBe(2);
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

  test('milestones stand in the year they end in', () => {
    const one = (earliest: string | null, latest: string | null) => ({ earliest, latest }) as MilestoneDto;
    const columns = yearColumns([one('1995-01-01', '1999-12-31'), one(null, '2001-11-30'), one(null, null)]);
    expect(columns.map(({ year, milestones }) => [year, milestones.length])).toEqual([
      [1999, 1],
      [2000, 0],
      [2001, 1],
    ]);
  });
});
