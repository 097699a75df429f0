import { expect, test } from 'vitest';
import { paceInWords, perSecond, secondsLeft, stepsWith, timeLeft, type Step } from './pace';

const walk = (...steps: [elapsedMs: number, done: number][]): Step[] =>
  steps.reduce<Step[]>((taken, [elapsedMs, done]) => stepsWith(taken, { elapsedMs, done }), []);

test('the pace is that of the last seconds, not of the slow beginning', () => {
  const steps = walk([0, 0], [10_000, 10], [14_000, 410], [18_000, 810]);
  expect(perSecond(steps)).toBe(100);
  expect(secondsLeft(steps, 1010)).toBe(2);
});

test.each([
  ['one step', walk([0, 0])],
  ['a moment', walk([0, 0], [500, 40])],
  ['nothing done yet', walk([0, 0], [4000, 0])],
])('%s tells no pace', (_, steps) => {
  expect(perSecond(steps)).toBeUndefined();
  expect(secondsLeft(steps, 100)).toBeUndefined();
});

test('an unknown whole has no time left', () => {
  expect(secondsLeft(walk([0, 0], [2000, 20]), 0)).toBeUndefined();
});

test('work that begins anew forgets the old steps', () => {
  expect(walk([0, 0], [9000, 900], [100, 3])).toEqual([{ elapsedMs: 100, done: 3 }]);
});

test.each([
  [0.2, 'about 1 s left'],
  [61, 'about 61 s left'],
  [290, 'about 5 min left'],
  [7790, 'about 2 h 10 min left'],
  [7190, 'about 2 h left'],
])('%d s: %s', (seconds, words) => {
  expect(timeLeft(seconds)).toBe(words);
});

test('a slow pace keeps a decimal', () => {
  expect([paceInWords(2.34), paceInWords(1234.5)]).toEqual(['2.3 files/s', '1,235 files/s']);
});
