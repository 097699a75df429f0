import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Draft, PAUSE_MS } from './draft.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const stored = { title: 'Notes', markdown: 'First.' };

describe('a note being written', () => {
  test('is saved once, two seconds after the last word', async () => {
    const save = vi.fn(async () => ({}));
    const draft = new Draft(stored, save);
    draft.write({ markdown: 'First. S' });
    vi.advanceTimersByTime(PAUSE_MS - 1);
    draft.write({ markdown: 'First. Second.' });
    expect(draft.dirty).toBe(true);
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save.mock.calls).toEqual([[{ title: 'Notes', markdown: 'First. Second.' }]]);
    expect(draft.dirty).toBe(false);
  });

  test('is saved at once when one leaves, and not again', async () => {
    const save = vi.fn(async () => ({}));
    const draft = new Draft(stored, save);
    draft.write({ title: 'New name' });
    draft.leave();
    await vi.advanceTimersByTimeAsync(10 * PAUSE_MS);
    expect(save).toHaveBeenCalledTimes(1);
  });

  test('typed back to what it was is not saved', async () => {
    const save = vi.fn(async () => ({}));
    const draft = new Draft(stored, save);
    draft.write({ markdown: 'First.!' });
    draft.write({ markdown: 'First.' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).not.toHaveBeenCalled();
  });

  test('takes what an undo brought back, but never over unsaved words', async () => {
    const draft = new Draft(stored, async () => ({}));
    expect(draft.take({ title: 'Notes', markdown: 'Before.' })).toBe(true);
    expect(draft.markdown).toBe('Before.');
    draft.write({ markdown: 'Typing' });
    expect(draft.take({ title: 'Notes', markdown: 'Other.' })).toBe(false);
    expect(draft.markdown).toBe('Typing');
  });

  test('leaves the blank at the end of a title being typed, which the dossier drops', async () => {
    const draft = new Draft(stored, async () => ({}));
    draft.write({ title: 'What became ' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(draft.take({ title: 'What became', markdown: 'First.' })).toBe(false);
    expect(draft.title).toBe('What became ');
  });

  test('keeps its words when saving fails, and tries again', async () => {
    const save = vi.fn(async (): Promise<unknown> => null);
    const draft = new Draft(stored, save);
    draft.write({ markdown: 'A' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(draft.dirty).toBe(true);
    draft.write({ markdown: 'AB' });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(save).toHaveBeenLastCalledWith({ title: 'Notes', markdown: 'AB' });
  });
});
