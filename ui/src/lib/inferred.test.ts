import { expect, test } from 'vitest';
import { datedInWords, dayInferred, isMarked, publishedInWords } from './inferred';

const passage = (article: number, exact: string) => ({ article, exact });
const never = () => false;

test('a day whose year stands in no passage is as sure as the dates of its articles', () => {
  const october = { date: '2020-10-29' };
  expect(dayInferred(october, [passage(3, 'on Thursday, October 29')], never)).toBe(true);
  expect(dayInferred(october, [passage(3, 'on October 29, 2020')], never)).toBe(false);
  expect(dayInferred(october, [passage(3, 'on October 29'), passage(1, 'then')], (id) => id === 1)).toBe(
    false,
  );
});

test('what is coarser than a day, marked itself, or without evidence gets no second mark', () => {
  for (const date of ['1999', '2018-12', '/2019-11', '1995~/1999~', '2020-10-29~'])
    expect(dayInferred({ date }, [passage(3, 'then')], never)).toBe(false);
  expect(dayInferred({ date: '2020-10-29' }, [], never)).toBe(false);
});

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
