import { expect, test } from 'vitest';
import { groupReasons } from './reasons';

test('the same words are one line that knows all its places', () => {
  const reason = (words: string, start: number | null, weight = 1) => ({
    words,
    term: words,
    weight,
    span: start === null ? null : { start, end: start + words.length },
  });
  const groups = groupReasons([
    reason('energy', 90),
    reason('Economic', 5),
    reason('economic', 40),
    reason('economic', null),
    reason('economic', 60, -1),
  ]);
  expect(groups.map(({ words, times, inTitle, against }) => [words, times, inTitle, against])).toEqual([
    ['Economic', 3, true, false],
    ['energy', 1, false, false],
    ['economic', 1, false, true],
  ]);
  expect(groups[0]?.spans.map(({ start }) => start)).toEqual([5, 40]);
});
