import { describe, expect, it } from 'vitest';
import type { ReviewItemDto } from '$lib/ipc/generated/ReviewItemDto';
import { Sitting } from './sitting.svelte';

const item = (article: number, skipped = false): ReviewItemDto => ({
  article,
  title: `Article ${article}`,
  outlet: null,
  published: null,
  publishedConfidence: 'none',
  language: null,
  topic: 1,
  slug: 'gas',
  score: 0.5,
  parts: null,
  reasons: [],
  words: [],
  excerpts: [],
  skipped,
});

describe('a sitting', () => {
  it('shows the first of the queue, never the one just dealt with', () => {
    const sitting = new Sitting();
    const queue = [item(1), item(2)];
    expect(sitting.current(queue)?.article).toBe(1);
    sitting.did(item(1), 'decided');
    expect(sitting.current(queue)?.article).toBe(2);
    expect(sitting.current([item(1)])).toBeUndefined();
    expect(sitting.decided).toBe(1);
  });

  it('shows what was put off again when nothing else is left', () => {
    const sitting = new Sitting();
    sitting.did(item(1), 'skipped');
    expect(sitting.current([item(1, true)])?.article).toBe(1);
    expect(sitting.decided).toBe(0);
  });

  it('goes back to the one before, also before the queue has it again', () => {
    const sitting = new Sitting();
    sitting.did(item(1), 'decided');
    sitting.did(item(2), 'skipped');
    expect(sitting.last?.deed).toBe('skipped');
    sitting.back();
    expect(sitting.current([item(3)])?.article).toBe(2);
    sitting.back();
    expect(sitting.current([item(3)])?.article).toBe(1);
    expect(sitting.last).toBeUndefined();
  });

  it('takes the score from the queue once it is there', () => {
    const sitting = new Sitting();
    sitting.choose(item(2));
    expect(sitting.current([{ ...item(2), score: 0.9 }])?.score).toBe(0.9);
  });
});
