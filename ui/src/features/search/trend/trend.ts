// A trend as it is asked for, drawn and gone through; no drawing itself.
import type { TrendArgs } from '$lib/ipc/generated/TrendArgs';
import type { TrendDto } from '$lib/ipc/generated/TrendDto';
import type { TrendFigureDto } from '$lib/ipc/generated/TrendFigureDto';
import type { TrendLineDto } from '$lib/ipc/generated/TrendLineDto';
import type { TrendMeasureDto } from '$lib/ipc/generated/TrendMeasureDto';

type Params = Readonly<Record<string, string>>;

export const MEASURES = ['articles', 'stories', 'tags', 'passages'] as const;
export const UNITS = ['week', 'month', 'year'] as const;
export const SPLITS = ['topic', 'outlet', 'language'] as const;

const among = <T extends string>(values: readonly T[], value: string | undefined): T | null =>
  values.find((one) => one === value) ?? null;

/** What is counted; "each story once" is how the address says stories. */
export function measureOf(params: Params): TrendMeasureDto {
  if (params.stories === '1') return 'stories';
  const chosen = among(MEASURES, params.count) ?? 'articles';
  return chosen === 'passages' && !params.q?.trim() ? 'articles' : chosen;
}

/** The question of an address. */
export function trendArgs(params: Params): TrendArgs {
  return {
    query: params.q?.trim() ?? '',
    asTyped: params.typed === '1',
    measure: measureOf(params),
    unit: among(UNITS, params.by),
    split: among(SPLITS, params.split),
  };
}

/** The address that shows as passages what a part of a trend counts. */
export function opened(params: Params, measure: TrendMeasureDto, words: string): Record<string, string> {
  return {
    q: words,
    ...(params.typed === '1' ? { typed: '1' } : {}),
    ...(measure === 'stories' ? { stories: '1' } : {}),
  };
}

/** Several narrowings as one question. */
export const asked = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** The year of a question that shows one year only, and the question without it. */
export function yearOf(words: string): { year: string; without: string } | null {
  const found = /^(.*?)\s*\bon:(\d{4})$/u.exec(words.trim());
  return found ? { year: found[2] ?? '', without: found[1] ?? '' } : null;
}

/** A place of the drawing: which line, which unit. */
export interface Cell {
  line: number;
  unit: number;
}

/** What a place counts, and what finds it; null where it counts nothing. */
export function barAt(trend: TrendDto, { line, unit }: Cell): Bar | null {
  const of = trend.lines[line];
  const span = trend.units[unit];
  const figure = of?.figures[unit];
  if (!of || !span || !figure || figure.counted === 0) return null;
  return { of, first: span.first, last: span.last, figure, query: questionOf(trend, of, span.query) };
}

export interface Bar {
  of: TrendLineDto;
  first: string;
  last: string;
  figure: TrendFigureDto;
  query: string | null;
}

/** The words that find what a line counts under one more condition; null where words can't. */
export const questionOf = (trend: TrendDto, of: TrendLineDto, condition = ''): string | null =>
  of.query === null ? null : asked(trend.query, condition, of.query);

/** The next place with a figure from where one is, by an arrow key; null where there is none. */
export function step(trend: TrendDto, from: Cell | null, key: string): Cell | null {
  const filled = (line: number) =>
    (trend.lines[line]?.figures ?? []).flatMap(({ counted }, unit) => (counted > 0 ? [unit] : []));
  const line = from?.line ?? 0;
  const units = filled(line);
  const at = (unit: number | undefined): Cell | null => (unit === undefined ? null : { line, unit });
  if (!from) return at(units.at(-1));
  switch (key) {
    case 'ArrowLeft':
      return at(units.findLast((unit) => unit < from.unit));
    case 'ArrowRight':
      return at(units.find((unit) => unit > from.unit));
    case 'Home':
      return at(units[0]);
    case 'End':
      return at(units.at(-1));
    case 'ArrowUp':
    case 'ArrowDown': {
      const next = line + (key === 'ArrowDown' ? 1 : -1);
      const nearest = filled(next).sort((a, b) => Math.abs(a - from.unit) - Math.abs(b - from.unit))[0];
      return nearest === undefined ? null : { line: next, unit: nearest };
    }
    default:
      return null;
  }
}

const DAY_MS = 86_400_000;

/** Where a unit begins and ends, milliseconds UTC. */
export const extentOf = ({ first, last }: { first: string; last: string }) => ({
  t0: Date.parse(first),
  t1: Date.parse(last) + DAY_MS,
});

/** The unit over which a moment lies. */
export function unitAt(trend: TrendDto, moment: number): number | null {
  const index = trend.units.findIndex((unit) => moment < extentOf(unit).t1);
  return index < 0 || moment < extentOf(trend.units[index] ?? { first: '', last: '' }).t0 ? null : index;
}

/** "2021-03", "2021-03-29/2021-04-04", "2021": a unit as EDTF, for words. */
export function edtfOf({ first, last }: { first: string; last: string }, unit: TrendDto['unit']): string {
  if (unit === 'year') return first.slice(0, -6);
  return unit === 'month' ? first.slice(0, -3) : `${first}/${last}`;
}

/** The highest figure of some lines. */
export const most = (lines: readonly TrendLineDto[]): number =>
  Math.max(1, ...lines.map(({ figures }) => Math.max(0, ...figures.map(({ counted }) => counted))));
