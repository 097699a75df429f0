import { describe, expect, it } from 'vitest';
import type { ProposalDto } from '$lib/ipc/generated/ProposalDto';
import { Sitting } from './sitting.svelte';

const item = (id: number, skipped = false) => ({ id, skipped }) as ProposalDto;

describe('a sitting at the proposals', () => {
  it('goes to the next though the list is still the one before, and back to what was decided', () => {
    const sitting = new Sitting();
    const list = [item(1), item(2)];
    expect(sitting.current(list)?.id).toBe(1);
    sitting.did(item(1), 'decided');
    expect(sitting.current(list)?.id).toBe(2);
    expect([sitting.decided, sitting.last?.deed]).toEqual([1, 'decided']);
    sitting.back();
    expect(sitting.current([item(2)])?.id).toBe(1);
    expect(sitting.decided).toBe(0);
  });

  it('stays with the one chosen, and with the only one that was put off', () => {
    const sitting = new Sitting();
    sitting.choose(item(2));
    expect(sitting.current([item(1), item(2, true)])).toEqual(item(2, true));
    sitting.did(item(2), 'skipped');
    expect(sitting.current([item(2, true)])?.id).toBe(2);
  });
});
