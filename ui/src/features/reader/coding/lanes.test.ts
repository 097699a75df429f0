import { expect, test } from 'vitest';
import { Positions } from '$lib/text/positions';
import { codingStripes, lanesOf } from './lanes';

const positions = new Positions('🇧🇾 Саюзная дзяржава і адзіная валюта');
const coding = (id: number, start: number, end: number) => ({
  id,
  topic: id,
  span: { start, end },
  exact: '',
  memo: '',
  at: 0,
});
const lanes = (...spans: [number, number][]) =>
  codingStripes(
    spans.map(([start, end], at) => coding(at, start, end)),
    positions,
    () => 0,
  );

test('passages apart share the lane next to the text, overlapping ones stand side by side', () => {
  const stripes = lanes([0, 10], [3, 6], [8, 20], [22, 30]);
  expect(stripes.map(({ lane }) => lane)).toEqual([0, 1, 1, 0]);
  expect(lanesOf(stripes)).toBe(2);
  expect(lanesOf([])).toBe(0);
});

test('stripes are told in the units of what is drawn', () => {
  expect(lanes([3, 10])[0]).toMatchObject({ start: 5, end: 12 });
});

test('more than there is room for share a lane rather than leave the margin', () => {
  expect(lanes([0, 30], [1, 20], [2, 25], [3, 9]).map(({ lane }) => lane)).toEqual([0, 1, 2, 1]);
});
