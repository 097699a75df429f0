import { expect, test } from 'vitest';
import { dropAt, placeOf, step } from './moves';

const topic = (id: number, parent: number | null) => ({ id, parent, group: parent === null });
// 1 ─ 2, 3 · 4 ─ 5
const tree = [topic(1, null), topic(2, 1), topic(3, 1), topic(4, null), topic(5, 4)];

test('keys move a topic among its siblings, in and out', () => {
  expect(step(tree, 3, 'up')).toEqual({ parent: 1, before: 2 });
  expect(step(tree, 2, 'up')).toBeNull();
  expect(step(tree, 2, 'down')).toEqual({ parent: 1, before: null });
  expect(step(tree, 1, 'down')).toEqual({ parent: null, before: null });
  expect(step(tree, 3, 'down')).toBeNull();
  expect(step(tree, 3, 'in')).toEqual({ parent: 2, before: null });
  expect(step(tree, 3, 'out')).toEqual({ parent: null, before: 4 });
  expect(step(tree, 5, 'out')).toEqual({ parent: null, before: null });
  expect(step(tree, 4, 'out')).toBeNull();
});

test('a drop is before, into or after a row, and never under the dragged one', () => {
  expect([dropAt(2, 32), dropAt(16, 32), dropAt(30, 32)]).toEqual(['before', 'into', 'after']);
  expect(placeOf(tree, 5, 2, 'before')).toEqual({ parent: 1, before: 2 });
  expect(placeOf(tree, 5, 2, 'after')).toEqual({ parent: 1, before: 3 });
  expect(placeOf(tree, 2, 3, 'after')).toEqual({ parent: 1, before: null });
  expect(placeOf(tree, 5, 1, 'into')).toEqual({ parent: 1, before: null });
  expect(placeOf(tree, 1, 2, 'into')).toBeNull();
  expect(placeOf(tree, 1, 1, 'before')).toBeNull();
});
