import { describe, expect, test } from 'vitest';
import { looksLikeEdtf } from './check';

describe('dates typed into a form', () => {
  const good = [
    '2021-09-09',
    '2018-12',
    '1999',
    '1999~',
    '2020-10-29?',
    '1995~/1999~',
    '/2019-11',
    '2021/..',
    '2021-XX',
    '199X',
    '2021-21',
    '2020-02-29',
  ];
  test.each(good)('%s can be read', (text) => expect(looksLikeEdtf(text)).toBe(true));

  const bad = [
    '',
    '/',
    '9 Sep 2021',
    '2021-13',
    '2021-02-30',
    '2021-02-29',
    '21-02-03',
    '2019/2020/2021',
    '2021-9-9',
    '~1999',
  ];
  test.each(bad)('%s cannot', (text) => expect(looksLikeEdtf(text)).toBe(false));
});
