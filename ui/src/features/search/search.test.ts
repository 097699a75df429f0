import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { later } from '$lib/later';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cutsOf, foundIn, passageOf, piecesOf, rowsOf } from './hits';
import { nextTurn, requestOf, TYPING_PAUSE_MS, withParam } from './request';

describe('the question in an address', () => {
  test('without words there is none', () => {
    expect(requestOf({ q: '  ' }, 50)).toBeNull();
  });

  test('order and wishes are read from it, and the fields stay in the words', () => {
    const asked = requestOf({ q: 'Sochi lang:ru', stories: '1', sort: 'relevance' }, 50);
    expect(asked).toMatchObject({ query: 'Sochi lang:ru', newestFirst: false, limit: 50 });
    expect(asked?.filter).toMatchObject({ stories: true, asTyped: false });
  });

  test('a later question has a higher number', () => {
    expect(nextTurn()).toBeLessThan(nextTurn());
  });

  test('an emptied filter leaves the address', () => {
    expect(withParam({ q: 'a', lang: 'ru' }, 'lang', '')).toEqual({ q: 'a' });
  });
});

describe('search as one types', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('asks once for a word typed quickly, within 80 ms of its last letter', () => {
    const ask = vi.fn();
    const typed = later(ask, TYPING_PAUSE_MS);
    for (const text of ['S', 'So', 'Soc', 'Soch', 'Sochi']) {
      typed(text);
      vi.advanceTimersByTime(TYPING_PAUSE_MS - 1);
    }
    expect(ask).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ask.mock.calls).toEqual([['Sochi']]);
    expect(TYPING_PAUSE_MS).toBeLessThanOrEqual(80);
  });
});

describe('hits', () => {
  const snippet = (text: string, start: number, marks: [number, number][]) => ({
    text,
    marks: marks.map(([from, to]) => ({ start: from, end: to })),
    span: { start, end: start + [...text].length },
  });
  test('a passage says where it was cut', () => {
    expect(cutsOf(snippet('Minsk said so.', 0, []))).toEqual({ before: false, after: false });
    expect(cutsOf(snippet('and he said: "So."', 40, []))).toEqual({ before: true, after: false });
    expect(cutsOf(snippet('and he said that', 40, []))).toEqual({ before: true, after: true });
  });

  const hit = (article: number, ...snippets: SearchHitDto['snippets']): SearchHitDto => ({
    article,
    titleMarks: [],
    title: '',
    outlet: null,
    published: null,
    publishedConfidence: 'none',
    language: null,
    snippets,
  });

  test('are one row a passage, the title over the first', () => {
    const rows = [hit(1, snippet('a', 0, []), snippet('b', 9, [])), hit(2)].flatMap(rowsOf);
    expect(rows.map(({ key, first }) => [key, first])).toEqual([
      ['1:0', true],
      ['1:9', false],
      ['2', true],
    ]);
  });

  test('open the reader at the found words, counted in code points', () => {
    expect(passageOf(snippet('😀 Сочи', 100, [[2, 6]]))).toEqual({ start: 102, end: 106 });
    expect(passageOf({ ...snippet('shortened…', 100, [[0, 3]]), span: { start: 100, end: 400 } })).toEqual({
      start: 100,
      end: 400,
    });
  });

  test('are cut at their marks, whatever their order', () => {
    expect(
      piecesOf(
        snippet('😀 in Sochi today', 0, [
          [5, 10],
          [2, 4],
          [3, 5],
        ]),
      ),
    ).toEqual([
      { text: '😀 ', found: false },
      { text: 'in', found: true },
      { text: ' ', found: true },
      { text: 'Sochi', found: true },
      { text: ' today', found: false },
    ]);
  });
});

describe('what a passage is wanted around', () => {
  const snippet = {
    text: 'a treaty 😀 on gas',
    marks: [{ start: 14, end: 17 }],
    span: { start: 100, end: 117 },
  };
  const hit = { article: 4 } as SearchHitDto;

  test('the found words, in code points of the article', () => {
    expect(foundIn({ hit, snippet })).toEqual({ article: 4, found: [{ start: 114, end: 117 }] });
  });

  test('nothing where only the title has them, or the place is not sure', () => {
    expect(foundIn({ hit, snippet: null }).found).toEqual([]);
    expect(foundIn({ hit, snippet: { ...snippet, span: { start: 100, end: 130 } } }).found).toEqual([]);
  });
});
