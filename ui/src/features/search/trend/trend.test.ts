import type { TrendDto } from '$lib/ipc/generated/TrendDto';
import type { TrendFigureDto } from '$lib/ipc/generated/TrendFigureDto';
import { describe, expect, test } from 'vitest';
import { Geometry } from './geometry';
import { barAt, edtfOf, measureOf, opened, step, trendArgs, yearOf } from './trend';

const figure = (counted: number): TrendFigureDto => ({ counted, articles: counted });
const line = (of: 'all' | 'outlet', query: string | null, figures: number[]) => ({
  of,
  name: of === 'all' ? null : 'BelTA',
  others: 0,
  query,
  figures: figures.map(figure),
  coarse: figure(0),
  undated: figure(0),
  sum: figure(figures.reduce((sum, one) => sum + one, 0)),
});
const month = (number: string, last: string) => ({
  first: `2021-${number}-01`,
  last: `2021-${number}-${last}`,
  query: `on:2021-${number}`,
});
const trend: TrendDto = {
  query: 'gas OR газ',
  measure: 'articles',
  unit: 'month',
  units: [month('01', '31'), month('02', '28'), month('03', '31')],
  lines: [line('all', '', [4, 0, 8]), line('outlet', 'outlet:BelTA', [0, 0, 2])],
  atMost: false,
  coarseQuery: 'has:date -has:month',
  undatedQuery: '-has:date',
};

describe('a trend in the address', () => {
  test('what the address does not know is left to the desk', () => {
    expect(trendArgs({ q: ' gas ', by: 'hour', split: 'outlet' })).toEqual({
      query: 'gas',
      asTyped: false,
      measure: 'articles',
      unit: null,
      split: 'outlet',
    });
  });

  test('each story once counts stories, and without words there are no passages', () => {
    expect(measureOf({ stories: '1', count: 'tags' })).toBe('stories');
    expect(measureOf({ count: 'passages' })).toBe('articles');
    expect(measureOf({ count: 'passages', q: 'gas' })).toBe('passages');
  });

  test('a bar opens as passages, of stories with copies once', () => {
    expect(opened({ q: 'x', view: 'trend', split: 'outlet', typed: '1' }, 'stories', 'a b')).toEqual({
      q: 'a b',
      typed: '1',
      stories: '1',
    });
  });

  test('one year is left as it was come to', () => {
    expect(yearOf('gas OR газ on:2021')).toEqual({ year: '2021', without: 'gas OR газ' });
    expect(yearOf('on:1999')).toEqual({ year: '1999', without: '' });
    expect(yearOf('gas on:2021-03')).toBeNull();
  });
});

describe('bars', () => {
  test('know what they count and what finds it', () => {
    expect(barAt(trend, { line: 1, unit: 2 })).toMatchObject({
      figure: { counted: 2 },
      query: 'gas OR газ on:2021-03 outlet:BelTA',
    });
    expect(barAt(trend, { line: 0, unit: 1 })).toBeNull();
    const unnamed = { ...trend, lines: [line('outlet', null, [1, 0, 0])] };
    expect(barAt(unnamed, { line: 0, unit: 0 })?.query).toBeNull();
  });

  test('are gone through by keys, past what is empty', () => {
    const last = step(trend, null, '');
    expect(last).toEqual({ line: 0, unit: 2 });
    expect(step(trend, last, 'ArrowLeft')).toEqual({ line: 0, unit: 0 });
    expect(step(trend, { line: 0, unit: 0 }, 'ArrowLeft')).toBeNull();
    expect(step(trend, { line: 0, unit: 0 }, 'ArrowDown')).toEqual({ line: 1, unit: 2 });
    expect(step(trend, { line: 1, unit: 2 }, 'ArrowDown')).toBeNull();
    expect(step(trend, { line: 0, unit: 2 }, 'Home')).toEqual({ line: 0, unit: 0 });
  });

  test('are as tall as their figure, and are found under the pointer', () => {
    const geometry = new Geometry(trend, 900);
    const [low, high] = [geometry.bar({ line: 0, unit: 0 }), geometry.bar({ line: 0, unit: 2 })];
    expect((low?.height ?? 0) * 2).toBeCloseTo(high?.height ?? 0);
    expect(geometry.rows.map(({ scale }) => scale)).toEqual([8, 2]);
    const part = geometry.bar({ line: 1, unit: 2 });
    expect(geometry.cellAt((part?.x ?? 0) + 2, (part?.y ?? 0) + 2)).toEqual({ line: 1, unit: 2 });
    expect(geometry.cellAt(2, 5)).toEqual({ line: 0, unit: 0 });
    expect(geometry.path(0).match(/M/g)).toHaveLength(2);
  });

  test('units are EDTF', () => {
    expect(edtfOf({ first: '2021-01-01', last: '2021-01-31' }, 'month')).toBe('2021-01');
    expect(edtfOf({ first: '2021-01-01', last: '2021-12-31' }, 'year')).toBe('2021');
  });
});
