import { expect, it } from 'vitest';
import { piecesOf } from './pieces';

const span = (text: string, words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
};

it('marks date and cues where they stand, also after a letter of two units', () => {
  const exact = '𝒜 В мае 2022 года подписали договор.';
  const cues = [
    { id: 'treaty', span: span(exact, 'договор') },
    { id: 'sign', span: span(exact, 'подписали') },
    { id: 'due', span: span(exact, 'мае') },
  ];
  const pieces = piecesOf({ exact, dateSpan: span(exact, 'мае 2022 года'), cues });
  expect(pieces.map(({ text }) => text).join('')).toBe(exact);
  expect(pieces.filter(({ mark }) => mark).map(({ text, mark }) => [text, mark])).toEqual([
    ['мае 2022 года', 'date'],
    ['подписали', 'sign'],
    ['договор', 'treaty'],
  ]);
});
