import { describe, expect, it } from 'vitest';
import { effectsInWords, effectsOf, partsInWords } from './learning';

const effect = (withdrawn: number, fresh: number) => ({
  topic: 1,
  slug: 'gas',
  withdrawn,
  fresh,
  withdrawnArticles: [],
  freshArticles: [],
});

describe('what decisions did', () => {
  it('is told with both counts, or with the one there is', () => {
    expect(effectsInWords([effect(4, 2)])).toBe('4 suggestions withdrawn, 2 new');
    expect(effectsInWords([effect(1, 0), effect(0, 0)])).toBe('one suggestion withdrawn');
    expect(effectsInWords([effect(0, 3)])).toBe('3 new suggestions');
    expect(effectsInWords([effect(0, 0)])).toBeNull();
  });

  it('is found in what a decision gives back, and nowhere else', () => {
    expect(effectsOf({ value: { articles: 1, effects: [effect(1, 1)], later: false } })).toHaveLength(1);
    for (const other of [null, 3, {}, { value: null }, { value: 7 }, { value: {} }]) {
      expect(effectsOf(other)).toEqual([]);
    }
  });
});

describe('the parts of a score', () => {
  it('are told with how many decisions taught it', () => {
    const parts = { rules: 0.62, learned: 0.2, decisions: 14, weight: 0.58 };
    expect(partsInWords(parts, 0.38)).toBe('rules 62%, learned from 14 decisions 20%, together 38%');
  });
});
