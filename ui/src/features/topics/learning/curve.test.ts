import { expect, it } from 'vitest';
import { consequenceOf, precisionOf, precisionOver, tallest } from './curve';

const at = (threshold: number) => ({ threshold, waiting: 0, right: 0, wrong: 0, missed: 0 });

it('precision is of what was suggested', () => {
  expect(precisionOf({ right: 3, wrong: 1 })).toBe(0.75);
  expect(precisionOf({ right: 0, wrong: 0 })).toBeNull();
  const stretch = (right: number, wrong: number) => ({ decisions: 9, right, wrong, missed: 4 });
  expect(precisionOver([stretch(1, 1), stretch(2, 0)])).toBe(0.75);
  expect(precisionOver([])).toBeNull();
});

it('columns are measured by the tallest', () => {
  expect(tallest([{ decisions: 4, right: 1, wrong: 2, missed: 1 }])).toBe(4);
  expect(tallest([])).toBe(1);
});

it('a threshold between two has the consequence of the nearer one', () => {
  expect(consequenceOf([at(0.45), at(0.5)], 0.48)?.threshold).toBe(0.5);
  expect(consequenceOf([], 0.5)).toBeUndefined();
});
