import { expect, test } from 'vitest';
import { inOrder, likenessInWords } from './story';

const telling = (article: number) => ({
  article,
  title: '',
  outlet: null,
  published: null,
  publishedConfidence: 'none' as const,
  exact: false,
  similarity: 0.5,
});

test('less than all is never told as all', () => {
  expect(likenessInWords({ exact: true, similarity: 1 })).toBe('the same words');
  expect(likenessInWords({ exact: false, similarity: 0.999 })).toMatch(/^99\s?% the same$/);
  expect(likenessInWords({ exact: false, similarity: 0.5 })).toMatch(/^50\s?% the same$/);
});

test('a difference is told from the earlier to the later', () => {
  const [first, second] = [telling(7), telling(3)];
  expect(inOrder([first, second], second, first)).toEqual([first, second]);
  expect(inOrder([first, second], first, second)).toEqual([first, second]);
});
