import { expect, test } from 'vitest';
import type { ArticleTopicDto } from '$lib/ipc/generated/ArticleTopicDto';
import { Positions } from '$lib/text/positions';
import { stripesOf, topicPassages } from './passages';

const topic = (
  id: number,
  state: ArticleTopicDto['state'],
  spans: [number, number, number][],
): ArticleTopicDto => ({
  id,
  slug: `t${id}`,
  colour: 0,
  state,
  score: 0.5,
  because: null,
  parts: null,
  words: [],
  reasons: spans.map(([start, end, weight]) => ({ span: { start, end }, words: '', weight, term: '' })),
});

test('rejected topics and words that speak against a topic are not marked', () => {
  const passages = topicPassages(
    [
      topic(1, 'suggested', [
        [2, 4, 1],
        [6, 8, -1],
      ]),
      topic(2, 'rejected', [[0, 2, 1]]),
    ],
    new Positions('😀0123456789'),
    (id) => id + 6,
  );
  // Code point 2 is UTF-16 unit 3 behind the wide character.
  expect(passages).toEqual([{ topic: 1, colour: 7, start: 3, end: 5 }]);
});

test('a topic has one stripe per block, neighbours stand in lanes', () => {
  const blocks = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
  ];
  const stripes = stripesOf(
    [
      { topic: 1, colour: 1, start: 0, end: 2 },
      { topic: 2, colour: 2, start: 3, end: 5 },
      { topic: 1, colour: 1, start: 6, end: 8 },
      { topic: 1, colour: 1, start: 13, end: 14 },
    ],
    blocks,
  );
  expect(stripes.map(({ topic, block, start, end, lane }) => [topic, block, start, end, lane])).toEqual([
    [1, 0, 0, 8, 0],
    [2, 0, 3, 5, 1],
    [1, 1, 13, 14, 0],
  ]);
});
