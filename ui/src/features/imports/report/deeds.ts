// What one does with an import as a whole.
import { call } from '$lib/ipc';
import type { OutcomeDto } from '$lib/ipc/generated/OutcomeDto';
import { perform, showError } from '$lib/operations';

const PAGE = 1000;
const CAME_IN: readonly OutcomeDto[] = ['imported', 'needs-a-look', 'reprint'];

async function articlesOf(id: number): Promise<number[]> {
  const found: number[] = [];
  for (const outcome of CAME_IN) {
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await call('import_report', { import: id, outcome, offset, limit: PAGE });
      total = page.total;
      found.push(...page.files.flatMap(({ article }) => (article === null ? [] : [article])));
    }
  }
  return [...new Set(found)];
}

/** Moves what an import brought in to the bin: one operation, which undo takes back. */
export async function moveAllToBin(id: number): Promise<void> {
  try {
    const ids = await articlesOf(id);
    if (ids.length > 0) await perform('articles_remove', { ids });
  } catch (thrown) {
    showError(thrown);
  }
}
