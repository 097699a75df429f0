import { expect, test } from 'vitest';
import { askedOf, asksTheSame, paramsOf } from './searches.svelte';

test.each([
  { words: 'gas price', asTyped: false, stories: false, newestFirst: true },
  { words: 'газ lang:ru,be', asTyped: true, stories: true, newestFirst: false },
])('what $words asks for comes back from its address', (asked) => {
  const params = paramsOf({ id: 7, asked });
  expect(params.saved).toBe('7');
  expect(askedOf(params)).toEqual(asked);
});

test('another order is another question', () => {
  const asked = askedOf({ q: 'gas ' });
  expect(asksTheSame(asked, askedOf({ q: 'gas' }))).toBe(true);
  expect(asksTheSame(asked, askedOf({ q: 'gas', sort: 'relevance' }))).toBe(false);
});
