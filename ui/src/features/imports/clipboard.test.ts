import { expect, test } from 'vitest';
import { pastedOf } from './clipboard';

const holding = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' });

test('a page keeps its form, text alone has none, a picture is nothing to read', () => {
  expect(pastedOf(holding({ 'text/html': '<p>Брест</p>', 'text/plain': 'Брест' }))).toEqual({
    html: '<p>Брест</p>',
    text: 'Брест',
  });
  expect(pastedOf(holding({ 'text/plain': ' Брест\n' }))).toEqual({ html: null, text: 'Брест' });
  expect(pastedOf(holding({ 'image/png': 'x' }))).toBeNull();
  expect(pastedOf(null)).toBeNull();
});
