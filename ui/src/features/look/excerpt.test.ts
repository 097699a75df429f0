import { expect, test } from 'vitest';
import { excerptOf, type Piece } from './excerpt';

const words = (pieces: Piece[]) =>
  pieces.map(
    ({ runs, cut }) =>
      runs.map(({ text, mark }) => (mark ? `[${mark.label}:${text}]` : text)).join('') + (cut ? '…' : ''),
  );

test('marked words of the beginning stand in it', () => {
  const text = 'МИНСК, 3 мая. Премьеры встретились.';
  const marks = [
    { start: 7, end: 12, label: '' },
    { start: 0, end: 5, label: '1' },
  ];
  expect(words(excerptOf(text, marks))).toEqual(['[1:МИНСК], [:3 мая]. Премьеры встретились.']);
});

test('marked words far down have a piece of their own, in whole words', () => {
  const text = `${'слово '.repeat(400)}3 мая 2021 ${'конец '.repeat(100)}`;
  const start = text.indexOf('3 мая');
  const pieces = words(excerptOf(text, [{ start, end: start + 10, label: '2' }]));
  expect(pieces).toHaveLength(2);
  expect(pieces[1]).toMatch(/^слово .*слово \[2:3 мая 2021\] конец .*конец…$/);
});

test('words that serve twice are marked once', () => {
  const marks = [
    { start: 0, end: 5, label: '' },
    { start: 2, end: 4, label: '1' },
  ];
  expect(words(excerptOf('МИНСК сегодня', marks))).toEqual(['[:МИНСК] сегодня']);
});

test('no text has no pieces', () => {
  expect(excerptOf('', [])).toEqual([]);
});
