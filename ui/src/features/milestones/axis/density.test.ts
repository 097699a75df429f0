import { expect, test } from 'vitest';
import { densityBars, unitAt } from './density';
import { DAY_MS } from './extent';

const day = (day: string, articles = 1) => ({ day, articles, stories: articles });

test('articles fall into weeks from Monday, months and years', () => {
  const days = [day('2021-09-05'), day('2021-09-06', 2), day('2021-09-10'), day('2020-02-29')];
  const told = (unit: 'week' | 'month' | 'year') =>
    densityBars(days, unit).map(({ after, before, articles }) => [after, before, articles]);
  expect(told('week')).toEqual([
    ['2020-02-24', '2020-03-01', 1],
    ['2021-08-30', '2021-09-05', 1],
    ['2021-09-06', '2021-09-12', 3],
  ]);
  expect(told('month')).toEqual([
    ['2020-02-01', '2020-02-29', 1],
    ['2021-09-01', '2021-09-30', 4],
  ]);
  expect(told('year')).toEqual([
    ['2020-01-01', '2020-12-31', 1],
    ['2021-01-01', '2021-12-31', 4],
  ]);
});

test('bars are never too narrow to hit', () => {
  expect(unitAt(5 / (7 * DAY_MS))).toBe('week');
  expect(unitAt(5 / (20 * DAY_MS))).toBe('month');
  expect(unitAt(5 / (100 * DAY_MS))).toBe('year');
  expect(unitAt(1e-15)).toBe('year');
});
