import { expect, test } from 'vitest';
import { place } from './place';

const window = { width: 1000, height: 800 };

test('the box stands under the passage, over it near the lower edge, and never beside the window', () => {
  expect(place({ top: 100, bottom: 140, left: 300 }, window)).toEqual({ left: 300, top: 148, height: 644 });
  expect(place({ top: 700, bottom: 740, left: 900 }, window)).toEqual({
    left: 672,
    bottom: 108,
    height: 684,
  });
});

test('a passage that fills the window leaves the box in sight', () => {
  const spot = place({ top: -50, bottom: 900, left: 0 }, window);
  expect(spot.top ?? 0).toBeLessThanOrEqual(600);
});
