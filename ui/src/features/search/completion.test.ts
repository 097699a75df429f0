import { describe, expect, test } from 'vitest';
import { fitting, quoted, taken, typingAt, type Offer } from './completion';

/** The caret is at the bar. */
const at = (text: string) => typingAt(text.replace('|', ''), text.indexOf('|'));

describe('what is typed', () => {
  test.each([
    ['gas out|', null, 'out'],
    ['gas outlet:|', 'outlet', ''],
    ['(gas OR -outlet:ta|)', 'outlet', 'ta'],
    ['outlet:"Russia To|', 'outlet', 'Russia To'],
    ['outlet:"Russia Today",bel|', 'outlet', 'bel'],
    ['lang:ru,b| gas', 'lang', 'b'],
    ['газ тема:эн|', 'topic', 'эн'],
  ])('%s', (text, field, typed) => expect(at(text)).toMatchObject({ field, typed }));

  test.each([
    'gas|',
    'to|',
    'gas outlet:tass |',
    '"gas outlet|',
    'nothing:ta|',
    'topics|',
    'out|let:tass',
    '|',
  ])('%s is plain words, or done', (text) => expect(at(text)).toBeNull());
});

const OUTLETS: Offer[] = ['BelTA', 'TASS', 'Russia Today', 'Новости – ТАСС'].map((value) => ({
  value,
  label: value,
}));

test('what begins so comes first, and what is there already is not offered', () => {
  expect(fitting(OUTLETS, 'ta').map(({ value }) => value)).toEqual(['TASS', 'BelTA']);
  expect(fitting(OUTLETS, 'тасс').map(({ value }) => value)).toEqual(['Новости – ТАСС']);
  expect(fitting(OUTLETS, 'tass')).toEqual([]);
  expect(fitting(OUTLETS, '')).toHaveLength(4);
});

test('an offer takes the place of what was typed, in quotes where it has blanks', () => {
  const take = (text: string, value: string) => {
    const typing = at(text);
    if (!typing) throw new Error(text);
    return taken(text.replace('|', ''), typing, { value, label: value });
  };
  expect(take('gas out|', 'outlet')).toEqual({ text: 'gas outlet:', caret: 11 });
  expect(take('outlet:"Russia| price', 'Russia Today').text).toBe('outlet:"Russia Today" price');
  expect(take('(outlet:ta|)', 'TASS').text).toBe('(outlet:TASS)');
  expect(take('lang:ru,b|', 'be')).toEqual({ text: 'lang:ru,be ', caret: 11 });
  expect(quoted('A "so-called" union')).toBe('"A so-called union"');
});
