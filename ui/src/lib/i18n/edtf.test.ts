import { afterEach, expect, test } from 'vitest';
import { edtfInWords, edtfSortKey } from './edtf';
import { setLanguage } from './index.svelte';

afterEach(() => setLanguage('en'));

test.each([
  ['1999', '1999'],
  ['2018-12', 'December 2018'],
  ['2021-02-22', '22 Feb 2021'],
  ['2021-09-10', '10 Sep 2021'],
  ['2020-10-29~', '29 Oct 2020 (inferred)'],
  ['2021-02-11~', '11 Feb 2021 (inferred)'],
  ['1995~/1999~', 'c. 1995 – c. 1999'],
  ['/2019-11', 'by November 2019'],
  ['../2019-11', 'by November 2019'],
  ['2019-11/..', 'since November 2019'],
  ['2021-09-09/2021-09-10', '9 Sep 2021 – 10 Sep 2021'],
  ['2021-XX', '2021, month unknown'],
  ['2021-05-XX', 'May 2021, day unknown'],
  ['199X', '1990s'],
  ['2020?', '2020 (uncertain)'],
  ['2020%', 'c. 2020 (uncertain)'],
  ['2021-21', 'spring 2021'],
  ['2021-28', 'winter 2021'],
  ['2021-33', 'first quarter of 2021'],
  ['2021-38~', 'c. second third of 2021'],
  ['/2021-41', 'by second half of 2021'],
  ['[2019-12-07,2019-12-20]', '7 Dec 2019 or 20 Dec 2019'],
  ['[1999,2000,2002..2004]', '1999, 2000 or 2002 – 2004'],
  ['[..1999]', 'by 1999'],
  ['not a date', 'not a date'],
])('%s reads “%s”', (value, words) => {
  expect(edtfInWords(value)).toBe(words);
});

test('months follow the language of the interface', () => {
  setLanguage('ru');
  expect(edtfInWords('2021-02-22')).toContain('февр');
  setLanguage('be');
  expect(edtfInWords('/2019-11')).toContain('лістапад');
});

test('dates sort by their earliest day, open starts by their end, unreadable ones last', () => {
  const values = ['2021-02-22', 'x', '/2019-11', '1999', '1995~/1999~', '2018-12'];
  const sorted = [...values].sort((a, b) => edtfSortKey(a) - edtfSortKey(b));
  expect(sorted).toEqual(['1995~/1999~', '1999', '2018-12', '/2019-11', '2021-02-22', 'x']);
});
