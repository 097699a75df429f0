import { describe, expect, test } from 'vitest';
import type { Item, Lane } from './axis.svelte';
import { neighbour } from './keys';

const item = (id: number, at: number, lane: string) =>
  ({ id, extent: { at }, milestone: { lane } }) as unknown as Item;
const items = [item(1, 10, 'a'), item(2, 20, 'b'), item(3, 30, 'a'), item(4, 42, 'b')];
const lane = (id: string) =>
  ({ id, items: items.filter(({ milestone }) => milestone.lane === id) }) as unknown as Lane;
const axis = { items, lanes: [lane('a'), lane('b')] };

describe('going from milestone to milestone', () => {
  const cases: [string, number | null, number | null][] = [
    ['ArrowRight', null, 1],
    ['ArrowRight', 1, 2],
    ['ArrowRight', 4, null],
    ['ArrowLeft', null, 4],
    ['ArrowLeft', 3, 2],
    ['Home', 3, 1],
    ['End', null, 4],
    ['ArrowDown', 3, 2],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 1, null],
    ['Enter', 1, null],
  ];
  test.each(cases)('%s from %s leads to %s', (key, from, to) => {
    expect(neighbour(key, axis, from)?.id ?? null).toBe(to);
  });
});
