import { expect, test } from 'vitest';
import { curveBetween } from './curves';

test('marks in one row are joined by a bow above them', () => {
  const curve = curveBetween({ x: 0, y: 50 }, { x: 300, y: 50 });
  expect(curve?.path).toMatch(/^M9 50C/);
  expect(curve?.path).toMatch(/291 50$/);
  expect(curve?.middle.y).toBeLessThan(50);
});

test('marks of two rows are joined by a curve that leaves and arrives level', () => {
  const curve = curveBetween({ x: 0, y: 10 }, { x: 200, y: 90 });
  expect(curve?.path).toMatch(/^M9 10C\d+(\.\d+)? 10 \d+(\.\d+)? 90 191 90$/);
  expect(curve?.middle).toEqual({ x: 100, y: 50 });
});

test('marks near each other are joined from below one to above the other', () => {
  expect(curveBetween({ x: 100, y: 10 }, { x: 110, y: 60 })?.path).toBe('M100 19C100 35 110 35 110 51');
});

test('a later milestone that stands earlier is reached backwards', () => {
  expect(curveBetween({ x: 200, y: 10 }, { x: 0, y: 90 })?.path).toMatch(/^M191 10C/);
});

test('marks on one spot, as in one cluster, have no curve', () => {
  expect(curveBetween({ x: 5, y: 5 }, { x: 6, y: 5 })).toBeNull();
});
