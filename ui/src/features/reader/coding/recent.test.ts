import { expect, test } from 'vitest';
import { recentFirst, withRecent } from './recent';

const options = [
  { slug: 'economy', disabled: true },
  { slug: 'trade', depth: 1 },
  { slug: 'transport', depth: 1 },
];

test('topics used last come first, once, and no heading does', () => {
  const slugs = recentFirst(options, ['transport', 'gone', 'economy']).map(({ slug }) => slug);
  expect(slugs).toEqual(['transport', 'economy', 'trade']);
  expect(recentFirst(options, ['transport'])[0]?.depth).toBe(0);
});

test('the list of recent topics stays short', () => {
  expect(withRecent(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
  expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
});
