import type { BriefingDto } from '$lib/ipc/generated/BriefingDto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BriefingDraft, TYPING_PAUSE_MS } from './draft.svelte';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const stored: BriefingDto = {
  id: 1,
  title: 'Brief',
  tlp: 'clear',
  audience: '',
  date: null,
  blocks: [{ kind: 'heading', text: 'a' }, { kind: 'register', milestones: [] }, { kind: 'sources' }],
};
const kinds = (draft: BriefingDraft) => draft.entries.map(({ block }) => block.kind);

function begun() {
  const save = vi.fn(async (briefing: BriefingDto) => briefing);
  return { save, draft: new BriefingDraft(stored, save) };
}

describe('a briefing being laid out', () => {
  test('moving a block is saved at once, its key moves with it', async () => {
    const { save, draft } = begun();
    const key = draft.entries[0]?.key;
    draft.move(0, 1);
    await draft.settle();
    expect(kinds(draft)).toEqual(['register', 'heading', 'sources']);
    expect(draft.entries[1]?.key).toBe(key);
    expect(save.mock.calls[0]?.[0].blocks[1]).toEqual({ kind: 'heading', text: 'a' });
  });

  test('typing is saved when it pauses, once', async () => {
    const { save, draft } = begun();
    for (const title of ['B', 'Br', 'Brief for']) draft.set({ title }, true);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE_MS);
    expect(save.mock.calls.map(([{ title }]) => title)).toEqual(['Brief for']);
  });

  test('an undo elsewhere is shown, unless words are still being typed', () => {
    const { draft } = begun();
    draft.receive({ ...stored, title: 'Before' });
    expect(draft.briefing.title).toBe('Before');
    draft.set({ title: 'Typing' }, true);
    draft.receive({ ...stored, title: 'Other' });
    expect(draft.briefing.title).toBe('Typing');
  });

  test('its own save coming back changes nothing, so that open blocks stay open', async () => {
    const { draft } = begun();
    draft.insert({ kind: 'quotations', evidence: [3] }, 1);
    await draft.settle();
    const keys = draft.entries.map(({ key }) => key);
    const blocks = draft.briefing.blocks.with(1, { evidence: [3], kind: 'quotations' });
    draft.receive({ ...structuredClone(draft.briefing), blocks });
    expect(draft.entries.map(({ key }) => key)).toEqual(keys);
  });

  test('saves follow one another', async () => {
    const order: string[] = [];
    const draft = new BriefingDraft(stored, async ({ tlp }) => {
      await new Promise((done) => setTimeout(done, tlp === 'red' ? 500 : 1));
      order.push(tlp);
    });
    draft.set({ tlp: 'red' });
    draft.set({ tlp: 'green' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(order).toEqual(['red', 'green']);
  });
});
