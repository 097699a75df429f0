import type { LineageDto } from '$lib/ipc/generated/LineageDto';
import { expect, test } from 'vitest';
import { chainOf } from './chain';

let next = 1;
const link = (from: number, to: number): LineageDto => ({
  id: next++,
  from,
  to,
  kind: 'became',
  judgement: null,
  evidence: null,
});

test.each([
  ['a line from its middle', [link(1, 2), link(2, 3), link(3, 4)], 3, [1, 2, 3, 4]],
  ['a split from its root', [link(1, 2), link(1, 3), link(2, 4)], 1, [1, 2, 4, 3]],
  ['a merger from its end', [link(1, 3), link(2, 3)], 3, [2, 1, 3]],
  ['siblings are on no way', [link(1, 2), link(1, 3)], 3, [1, 3]],
  ['a circle someone else wrote ends', [link(1, 2), link(2, 1)], 1, [2, 1]],
])('%s', (_, lineage, id, expected) => {
  expect(chainOf(lineage, id).map((step) => step.id)).toEqual(expected);
});

test('a step tells the link that leads towards the one looked at', () => {
  const lineage = [link(1, 2), link(2, 3)];
  const [first, second, here] = chainOf(lineage, 3);
  expect(first).toMatchObject({ link: lineage[0], side: 'before', distance: 2 });
  expect(second?.link).toBe(lineage[1]);
  expect(here?.link).toBeNull();
});
