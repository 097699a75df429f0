import type { ContextDto } from '$lib/ipc/generated/ContextDto';
import type { ContextLineDto } from '$lib/ipc/generated/ContextLineDto';
import { describe, expect, test } from 'vitest';
import { contextArgs, inOrder, keyOf, orderOf } from './context';

const line = (article: number, left: string, inTitle = false): ContextLineDto => ({
  article,
  inTitle,
  span: { start: 4, end: 7 },
  left,
  found: 'gas',
  right: '',
  title: '',
  outlet: null,
  published: null,
  publishedConfidence: 'none',
  language: 'en',
});
const told: ContextDto = {
  lines: [line(2, 'the'), line(1, 'an')],
  byLeft: [1, 0],
  byRight: [0, 1],
  byFound: [0, 1],
  read: 2,
  total: 2,
  atMost: false,
  more: false,
  readAs: 'gas',
  hints: [],
};

describe('passages in context', () => {
  test('are asked for only with words, and in an order that there is', () => {
    expect(contextArgs({ q: ' ' })).toBeNull();
    expect(contextArgs({ q: 'gas', stories: '1' })).toMatchObject({
      query: 'gas',
      stories: true,
      asTyped: false,
    });
    expect([orderOf({}), orderOf({ order: 'left' }), orderOf({ order: 'height' })]).toEqual([
      'date',
      'left',
      'date',
    ]);
  });

  test('stand by date or in the order of their neighbours', () => {
    expect(inOrder(told, 'date').map(({ article }) => article)).toEqual([2, 1]);
    expect(inOrder(told, 'left').map(({ left }) => left)).toEqual(['an', 'the']);
  });

  test('a passage of the title is not that of the text', () => {
    expect(keyOf(line(1, ''))).not.toBe(keyOf(line(1, '', true)));
  });
});
