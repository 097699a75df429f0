import { expect, test } from 'vitest';
import { nextChoice, sentencesOf } from './sentences';

const text = 'One is here. Two follows!\n\nТри в следующем абзаце. Чатыры.';
const blocks = [
  { start: 0, end: 25 },
  { start: 27, end: text.length },
];
const sentences = sentencesOf(text, blocks, 'en');
const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

test('sentences end with their paragraph', () => {
  expect(sentences.map(words)).toEqual([
    'One is here.',
    'Two follows!',
    'Три в следующем абзаце.',
    'Чатыры.',
  ]);
});

test('the next sentence is chosen, or taken in', () => {
  const first = nextChoice(sentences, null, { from: 5 });
  expect(words(first)).toBe('Two follows!');
  expect(words(nextChoice(sentences, first, { from: 0 }))).toBe('Три в следующем абзаце.');
  expect(words(nextChoice(sentences, first, { from: 0, back: true }))).toBe('One is here.');
  expect(words(nextChoice(sentences, first, { from: 0, extend: true }))).toContain('абзаце.');
  const last = sentences.at(-1) ?? null;
  expect(nextChoice(sentences, last, { from: 0 })).toBe(last);
});
