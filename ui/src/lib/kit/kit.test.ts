import { expect, test } from 'vitest';
import { widthAfterKey, within } from './panes';
import { moveTo, rangeOf } from './selection';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 2],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 2],
  ['PageDown', 0, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['x', 0, null],
])('%s from %i of three leads to %s', (key, at, to) => {
  expect(moveTo(key, at, 3, 5)).toBe(to);
});

test('nothing moves in an empty list', () => {
  expect(moveTo('ArrowDown', -1, 0, 5)).toBeNull();
});

test('a range holds both its ends, whichever way it was drawn', () => {
  expect(rangeOf(3, 1)).toEqual([1, 2, 3]);
});

test('a pane stays within its limits, and arrows move the line, not the pane', () => {
  const limits = { initial: 300, least: 200, most: 400 };
  expect(within(900, limits)).toBe(400);
  expect(widthAfterKey('ArrowRight', 300, limits, 'left')).toBe(316);
  expect(widthAfterKey('ArrowRight', 300, limits, 'right')).toBe(284);
  expect(widthAfterKey('Home', 300, limits, 'left')).toBe(200);
  expect(widthAfterKey('a', 300, limits, 'left')).toBeNull();
});
