import { expect, test } from 'vitest';
import { readingsOf, twoReadings } from './date-order';

test.each([
  ['03.05.2021', '03.05.2021', '2021-05-03', '2021-03-05'],
  ['Опубликовано 3.5.21, 10:40', '3.5.21', '2021-05-03', '2021-03-05'],
  ['Posted: 11/12/1999 by staff', '11/12/1999', '1999-12-11', '1999-11-12'],
  ['2-1-98.', '2-1-98', '1998-01-02', '1998-02-01'],
])('%s can be read two ways', (text, words, dayFirst, monthFirst) => {
  expect(twoReadings(text)).toEqual({ words, dayFirst, monthFirst });
});

test.each(['13.05.2021', '05.05.2021', '2021-05-03', '0.5.2021', '3.5', '192.168.1.10', '3 May 2021'])(
  '%s cannot',
  (text) => {
    expect(twoReadings(text)).toBeNull();
  },
);

test('what an alternative rests on counts too', () => {
  const basis = (words: string) => [{ words, place: 'text' as const, span: null, rule: '' }];
  const value = { text: null, date: '2021-05-03', time: null, zone: null };
  const field = {
    basis: basis('May 2021'),
    alternatives: [{ value, confidence: 'low' as const, basis: basis('03.05.2021') }],
  };
  expect(readingsOf(field)?.words).toBe('03.05.2021');
});
