import { expect, test } from 'vitest';
import { Positions, wholeWords } from './positions';

test('without wide characters both counts agree', () => {
  const positions = new Positions('Саюзная дзяржава ў Мінску');
  expect(positions.length).toBe(25);
  expect(positions.toUtf16(17)).toBe(17);
  expect(positions.slice({ start: 8, end: 16 })).toBe('дзяржава');
});

test('every position of a text with wide characters leads there and back', () => {
  const text = 'a😀b🇧🇾 ў𝔘c';
  const positions = new Positions(text);
  const points = [...text];
  expect(positions.length).toBe(points.length);
  let unit = 0;
  points.forEach((point, codePoint) => {
    expect(positions.toUtf16(codePoint)).toBe(unit);
    expect(positions.toCodePoint(unit)).toBe(codePoint);
    expect(positions.slice({ start: codePoint, end: codePoint + 1 })).toBe(point);
    unit += point.length;
  });
  expect(positions.toUtf16(points.length)).toBe(text.length);
  expect(positions.toCodePoint(text.length)).toBe(points.length);
});

test('a place inside a surrogate pair counts as before it', () => {
  expect(new Positions('a😀b').toCodePoint(2)).toBe(1);
});

test('a lone surrogate is one character', () => {
  const positions = new Positions('a\ud83db');
  expect(positions.length).toBe(3);
  expect(positions.toUtf16(2)).toBe(2);
});

test('places outside the text are its ends', () => {
  const positions = new Positions('abc');
  expect(positions.toUtf16(99)).toBe(3);
  expect(positions.toCodePoint(-5)).toBe(0);
});

test.each([
  ['You and I are', 1, 6, 'You and'],
  ['You and I are', 3, 8, 'and'],
  ['ў Мінску, 9', 3, 8, 'Мінску'],
  ['“We are”', 0, 8, '“We are”'],
])('in “%s” a selection from %i to %i means “%s”', (text, start, end, meant) => {
  const span = wholeWords(text, { start, end });
  expect(span && text.slice(span.start, span.end)).toBe(meant);
});

test('a selection of blanks is none', () => {
  expect(wholeWords('a   b', { start: 1, end: 3 })).toBeNull();
});
