import { expect, test } from 'vitest';
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { isBefore, stepOf, stepTo } from './going';

const parts = (place: number) => [2, 1, 3][place] ?? 1;
const go = (key: string, place: number, part: number) => stepTo(key, { place, part }, 3, 2, parts);

test('arrows go through the passages of an article and on to the next', () => {
  expect(go('ArrowDown', 0, 0)).toEqual({ place: 0, part: 1 });
  expect(go('ArrowDown', 0, 1)).toEqual({ place: 1, part: 0 });
  expect(go('ArrowUp', 1, 0)).toEqual({ place: 0, part: 1 });
  expect(go('ArrowUp', 0, 0)).toEqual({ place: 0, part: 0 });
  expect(go('ArrowDown', 2, 2)).toEqual({ place: 2, part: 2 });
});

test('Home and End lead to the first and the last passage, pages by article', () => {
  expect(go('End', 0, 0)).toEqual({ place: 2, part: 2 });
  expect(go('Home', 2, 1)).toEqual({ place: 0, part: 0 });
  expect(go('PageDown', 0, 1)).toEqual({ place: 2, part: 0 });
  expect(stepTo('ArrowDown', null, 3, 2, parts)).toEqual({ place: 0, part: 0 });
  expect(stepTo('ArrowDown', null, 0, 2, parts)).toBeNull();
  expect(stepTo('x', { place: 0, part: 0 }, 3, 2, parts)).toBeNull();
});

test('passages are in order by article, then within', () => {
  expect(isBefore({ place: 1, part: 2 }, { place: 2, part: 0 })).toBe(true);
  expect(isBefore({ place: 1, part: 0 }, { place: 1, part: 1 })).toBe(true);
  expect(isBefore({ place: 1, part: 1 }, { place: 1, part: 1 })).toBe(false);
});

test('a passage is found again where it stands now', () => {
  const hit = (article: number, ...starts: number[]) =>
    ({ article, snippets: starts.map((start) => ({ span: { start, end: start + 5 } })) }) as SearchHitDto;
  const come = [
    [0, hit(8)],
    [1, hit(7, 0, 40)],
    [60, hit(3, 9)],
  ] as const;
  expect(stepOf('7:40', come)).toEqual({ place: 1, part: 1 });
  expect(stepOf('8', come)).toEqual({ place: 0, part: 0 });
  expect(stepOf('3:9', come)).toEqual({ place: 60, part: 0 });
  expect(stepOf('7:41', come)).toBeNull();
});
