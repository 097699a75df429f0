import { describe, expect, test } from 'vitest';
import { furthestFirst, rungsFromDone, rungsOf, stepInWords } from './ladder.svelte';

const step = (id: string, sense: string, ru: string | null = null) => ({
  id,
  words: { en: `${id} in words`, ru, be: null },
  mark: '',
  sense,
});

describe('the ladder in words', () => {
  test('is that of the senses until another is read, the furthest first where it is counted', () => {
    expect(rungsFromDone().map(({ id }) => id)).toEqual([
      'done',
      'partly',
      'begun',
      'not-begun',
      'on-hold',
      'withdrawn',
    ]);
    expect([stepInWords('on-hold'), stepInWords(null), stepInWords('tabled')]).toEqual([
      'on hold',
      null,
      'tabled',
    ]);
  });

  test('takes its own words, and those of the interface where it is the usual one', () => {
    const steps = [step('begun', 'begun'), step('done', 'done')];
    expect(rungsOf({ steps, preset: null }).map(({ word }) => word)).toEqual([
      'begun in words',
      'done in words',
    ]);
    expect(rungsOf({ steps, preset: 'peace-accords-matrix' }).map(({ word }) => word)).toEqual([
      'begun',
      'done',
    ]);
  });

  test('puts steps of one sense furthest first, too, and what rests last', () => {
    const steps = [
      step('a', 'not-begun'),
      step('stalled', 'on-hold'),
      step('b', 'not-begun'),
      step('kept', 'done'),
    ];
    expect(furthestFirst(rungsOf({ steps, preset: null })).map(({ id }) => id)).toEqual([
      'kept',
      'b',
      'a',
      'stalled',
    ]);
  });
});
