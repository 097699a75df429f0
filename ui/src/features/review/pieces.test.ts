import { expect, it } from 'vitest';
import { piecesOf } from './pieces';

it('marks code points, and overlapping marks once', () => {
  const pieces = piecesOf({
    text: '😀 газ и нефть',
    marks: [
      { start: 2, end: 5 },
      { start: 4, end: 7 },
    ],
  });
  expect(pieces).toEqual([
    { text: '😀 ', marked: false },
    { text: 'газ', marked: true },
    { text: ' и', marked: true },
    { text: ' нефть', marked: false },
  ]);
  expect(piecesOf({ text: '', marks: [] })).toEqual([]);
});
