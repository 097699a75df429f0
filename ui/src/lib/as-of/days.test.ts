import { expect, test } from 'vitest';
import { asOfOf, lastDay, today } from './days';

test.each([
  ['2021-03-01', '2021-03-01'],
  ['2021-02', '2021-02-28'],
  ['2020-02', '2020-02-29'],
  ['2021', '2021-12-31'],
  ['2021-21', null],
  ['/2021', null],
  ['2021-03-01~', null],
])('the last day of %s is %s', (edtf, day) => {
  expect(lastDay(edtf)).toBe(day);
});

test('a place tells the day it was asked about, or none', () => {
  expect(asOfOf({ by: 'known-by', day: '2021-03-01' })).toEqual({ axis: 'known-by', day: '2021-03-01' });
  expect(asOfOf({ by: 'known-by', day: '2021-03' })).toBeNull();
  expect(asOfOf({ by: 'said-by', day: '2021-03-01' })).toBeNull();
  expect(asOfOf({ lane: 'economy' })).toBeNull();
});

test('today is the day of the machine', () => {
  expect(today(new Date(2021, 2, 1, 23, 59))).toBe('2021-03-01');
});
