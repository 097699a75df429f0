import type { BlockDto } from '$lib/ipc/generated/BlockDto';
import { describe, expect, test } from 'vitest';
import { BLOCK_KINDS, dropIndex, inserted, moved, newBlock, toggled } from './blocks';

describe('reordering blocks', () => {
  const cases: [number, number, string][] = [
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 1, 'abcd'],
    [1, 9, 'abcd'],
    [-1, 2, 'abcd'],
  ];
  test.each(cases)('from %d to %d gives %s', (from, to, expected) => {
    expect(moved([...'abcd'], from, to).join('')).toBe(expected);
  });

  test('the list given is left alone', () => {
    const list = [...'abc'];
    moved(list, 0, 2);
    expect(list.join('')).toBe('abc');
  });

  test('a drop lands in the gap nearest to the pointer', () => {
    const middles = [10, 30, 50, 70];
    expect(dropIndex(middles, 0, 2)).toBe(0);
    expect(dropIndex(middles, 40, 0)).toBe(1);
    expect(dropIndex(middles, 40, 3)).toBe(2);
    expect(dropIndex(middles, 99, 0)).toBe(3);
    expect(dropIndex(middles, 35, 1)).toBe(1);
  });
});

describe('adding blocks', () => {
  const blocks: BlockDto[] = [{ kind: 'heading', text: 'a' }, { kind: 'sources' }];

  test('every kind can be made, a note only with a note, what is found only with a saved search', () => {
    for (const kind of BLOCK_KINDS) expect(newBlock(kind, { note: 3, search: 7 })?.kind).toBe(kind);
    expect(newBlock('note', { note: null, search: 7 })).toBeNull();
    expect(newBlock('found', { note: 3, search: null })).toBeNull();
  });

  test('a block goes after the chosen one and before the closing sources', () => {
    const added: BlockDto = { kind: 'text', markdown: '' };
    expect(inserted(blocks, added, null).at).toBe(1);
    expect(inserted(blocks, added, 1).at).toBe(1);
    expect(inserted(blocks, added, 0).blocks.map(({ kind }) => kind)).toEqual(['heading', 'text', 'sources']);
  });
});

describe('choosing what a block shows', () => {
  test('the empty list means all, so unticking one leaves the others', () => {
    expect(toggled([], 2, [1, 2, 3])).toEqual([1, 3]);
  });

  test('ticking the last missing one means all again', () => {
    expect(toggled([1, 3], 2, [1, 2, 3])).toEqual([]);
  });

  test('the order of the register is kept', () => {
    expect(toggled([3], 1, [1, 2, 3, 4])).toEqual([1, 3]);
  });
});
