// The sentences around what was found, as passages that can be attached.
import type { Passage } from '$lib/attaching/deeds';
import { call } from '$lib/ipc';
import { showError } from '$lib/operations';
import { foundIn, type HitRow } from './hits';

/** One sentence of each hit; none where that fails, which is told. */
export async function passagesOf(rows: readonly HitRow[]): Promise<Passage[]> {
  try {
    const found = await call('passages_around', { around: rows.map(foundIn), sentences: 1 });
    return found.map(({ article, span, exact }) => ({ article, span, words: exact }));
  } catch (thrown) {
    showError(thrown);
    return [];
  }
}
