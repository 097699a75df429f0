import { describe, expect, test } from 'vitest';
import { barOf, DAY_MS, dayStart, extentOf, type Edge } from './extent';

const day = (iso: string) => dayStart(iso) ?? Number.NaN;

describe('extents read from EDTF', () => {
  const cases: [string, string | null, string | null, Edge, Edge][] = [
    ['2021-02-22', '2021-02-22', '2021-02-22', 'hard', 'hard'],
    ['2018-12', '2018-12-01', '2018-12-31', 'hard', 'hard'],
    ['1995~/1999~', '1995-01-01', '1999-12-31', 'soft', 'soft'],
    ['1995/1999~', '1995-01-01', '1999-12-31', 'hard', 'soft'],
    ['2020-10-29~', '2020-10-29', '2020-10-29', 'soft', 'soft'],
    ['1999?', '1999-01-01', '1999-12-31', 'soft', 'soft'],
    ['/2019-11', null, '2019-11-30', 'open', 'hard'],
    ['2021-09-09/..', '2021-09-09', null, 'hard', 'open'],
  ];
  test.each(cases)('%s', (date, earliest, latest, before, after) => {
    expect(extentOf({ date, earliest, latest })).toMatchObject({ before, after });
  });

  test('a date nobody knows has none', () => {
    expect(extentOf({ date: '/', earliest: null, latest: null })).toBeNull();
  });

  test('the glyph of an open beginning stands at its end', () => {
    const extent = extentOf({ date: '/2019-11', earliest: null, latest: '2019-11-30' });
    expect(extent?.at).toBe(day('2019-11-30') + DAY_MS / 2);
  });

  test('early years keep their century', () => {
    expect(new Date(day('0099-03-01')).getUTCFullYear()).toBe(99);
    expect(dayStart('yesterday')).toBeNull();
  });
});

describe('bars', () => {
  const pixelPerDay = (ms: number) => ms / DAY_MS;

  test('one sure day is a glyph without a bar', () => {
    const extent = extentOf({ date: '2021-02-22', earliest: '2021-02-22', latest: '2021-02-22' });
    expect(extent && barOf(extent, pixelPerDay)).toBeNull();
  });

  test('a sure span has hard ends where it begins and ends', () => {
    const extent = extentOf({ date: '1999', earliest: '1999-01-01', latest: '1999-12-31' });
    expect(extent && barOf(extent, pixelPerDay)).toEqual({
      x0: day('1999-01-01') / DAY_MS,
      x1: day('1999-12-31') / DAY_MS + 1,
      fadeBefore: 0,
      fadeAfter: 0,
    });
  });

  test('an approximate span fades beyond its bounds on both sides', () => {
    const extent = extentOf({ date: '1999~', earliest: '1999-01-01', latest: '1999-12-31' });
    const bar = extent && barOf(extent, pixelPerDay);
    expect(bar?.fadeBefore).toBeGreaterThan(8);
    expect(bar?.x0).toBeLessThan(day('1999-01-01') / DAY_MS);
    expect(bar?.x1).toBeGreaterThan(day('2000-01-01') / DAY_MS);
  });

  test('an open beginning fades away to the left only', () => {
    const extent = extentOf({ date: '/2019-11', earliest: null, latest: '2019-11-30' });
    const bar = extent && barOf(extent, pixelPerDay);
    expect(bar?.fadeBefore).toBeGreaterThan(40);
    expect(bar?.fadeAfter).toBe(0);
  });
});
