import { describe, expect, test } from 'vitest';
import { A4, inSight, pictureOf, sizeOf } from './pages';

describe('pages of the preview', () => {
  test('the size is what the page says, else A4', () => {
    expect(sizeOf('<svg class="d" viewBox="0 0 612 792" width="612pt">')).toEqual({
      width: 612,
      height: 792,
    });
    expect(sizeOf('<svg>')).toEqual(A4);
  });

  const cases: [number, number, number, number, number, number][] = [
    // scrolled, viewport, step, pages → from, count
    [0, 700, 1000, 5, 0, 2],
    [2500, 700, 1000, 5, 1, 4],
    [4000, 900, 1000, 5, 3, 2],
    [0, 700, 1000, 1, 0, 1],
    [9000, 700, 1000, 3, 2, 1],
    [0, 700, 0, 0, 0, 1],
  ];
  test.each(cases)(
    'scrolled to %d in a window of %d, step %d, of %d pages',
    (top, viewport, step, pages, from, count) => {
      expect(inSight(top, viewport, step, pages)).toEqual({ from, count });
    },
  );

  test('a page with any letters in it stays a picture', () => {
    expect(decodeURIComponent(pictureOf('<svg>ў #%</svg>').split(',')[1] ?? '')).toBe('<svg>ў #%</svg>');
  });
});
