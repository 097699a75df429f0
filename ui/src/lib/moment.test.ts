import { expect, test } from 'vitest';
import { momentInWords } from './moment';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-02-22T18:00:00');

test.each([
  ['2026-02-22T14:05:00', '14:05'],
  ['2026-02-21T14:05:00', '21 Feb, 14:05'],
  ['2025-09-03T14:05:00', '3 Sep 2025'],
])('%s is said as %s', (moment, words) => {
  expect(momentInWords(at(moment), now)).toBe(words);
});
