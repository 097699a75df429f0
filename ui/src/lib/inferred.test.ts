import { expect, test } from 'vitest';
import { datedInWords, isMarked, publishedInWords } from './inferred';

test('an inferred day says so once', () => {
  expect(datedInWords('2020-10-29', true)).toBe('29 Oct 2020 (inferred)');
  expect(datedInWords('2020-10-29~', true)).toBe('29 Oct 2020 (inferred)');
  expect(datedInWords('1999', true)).toBe('1999');
});

test('a date of publication is stated only where the desk is sure of it', () => {
  expect(publishedInWords('2021-09-10', 'high')).toBe('10 Sep 2021');
  expect(publishedInWords('2021-05-28', 'medium')).toBe('28 May 2021 (inferred)');
});

test('a sign is marked for about, uncertain and inferred', () => {
  expect(isMarked('1995~/1999~', false)).toBe(true);
  expect(isMarked('2020?', false)).toBe(true);
  expect(isMarked('2020-10-29', true)).toBe(true);
  expect(isMarked('/2019-11', false)).toBe(false);
});
