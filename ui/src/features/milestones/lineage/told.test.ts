import { describe, expect, test } from 'vitest';
import type { LineageDto } from '$lib/ipc/generated/LineageDto';
import { lineageInShort, lineagesOf, lineageSpoken, linksOf } from './told';

const link = (from: number, to: number, kind: string): LineageDto => ({
  id: from * 10 + to,
  from,
  to,
  kind,
  judgement: null,
  evidence: 1,
});

describe('lineage in a cell', () => {
  const titles = new Map([
    [1, 'Sochi'],
    [2, 'Roadmaps'],
    [3, 'Gas'],
    [4, 'Газ и нефть'],
    [5, 'Падаткі'],
  ]);
  const all = lineagesOf([
    link(1, 2, 'became'),
    link(2, 3, 'split-into'),
    link(2, 4, 'split-into'),
    link(2, 5, 'renamed'),
  ]);
  const of = (id: number) => lineageInShort(all.get(id) ?? { into: [], from: [] }, titles);

  test('names the only one at the other end, and counts several', () => {
    expect(of(1)).toBe('became Roadmaps');
    expect(of(2)).toBe('split into 2 · now Падаткі · from Sochi');
    expect(of(4)).toBe('from Roadmaps');
  });

  test('is counted over both ends and told in full', () => {
    expect([1, 2, 3, 6].map((id) => linksOf(all.get(id)))).toEqual([1, 4, 1, 0]);
    const two = all.get(2);
    expect(two && lineageSpoken(two, titles)).toBe(
      'was split into Gas; was split into Газ и нефть; is now called Падаткі; out of Sochi: became',
    );
  });
});
