// Imports and their files in words.
import { count, t, tryT, type PlainKey } from '$lib/i18n';
import type { ImportCountsDto } from '$lib/ipc/generated/ImportCountsDto';
import type { ImportedFileDto } from '$lib/ipc/generated/ImportedFileDto';
import type { ImportRowDto } from '$lib/ipc/generated/ImportRowDto';
import type { ImportStateDto } from '$lib/ipc/generated/ImportStateDto';
import type { OutcomeDto } from '$lib/ipc/generated/OutcomeDto';
import type { IconName } from '$lib/kit/icons';

export const STATES: Record<ImportStateDto, PlainKey> = {
  running: 'import-state-running',
  done: 'import-state-done',
  cancelled: 'import-state-cancelled',
  interrupted: 'import-state-interrupted',
  undone: 'import-state-undone',
};

/** In the order of the chips. */
export const OUTCOMES: readonly OutcomeDto[] = [
  'imported',
  'needs-a-look',
  'duplicate',
  'reprint',
  'refused',
];

export const OUTCOME_WORDS: Record<OutcomeDto, PlainKey> = {
  imported: 'outcome-imported',
  'needs-a-look': 'outcome-needs-a-look',
  duplicate: 'outcome-duplicate',
  reprint: 'outcome-reprint',
  refused: 'outcome-refused',
};

export const OUTCOME_ICONS: Record<OutcomeDto, IconName> = {
  imported: 'check',
  'needs-a-look': 'eye',
  duplicate: 'copy',
  reprint: 'articles',
  refused: 'close',
};

export const resumable = ({ state }: Pick<ImportRowDto, 'state'>): boolean =>
  state === 'cancelled' || state === 'interrupted';

export function countOf(counts: ImportCountsDto, outcome: OutcomeDto): number {
  const { imported, needsALook, copies, reprints, refused } = counts;
  return { imported, 'needs-a-look': needsALook, duplicate: copies, reprint: reprints, refused }[outcome];
}

/** Each once: a reprint that needs a look has two outcomes. */
export const allOf = ({ cameIn, copies, refused }: ImportCountsDto): number => cameIn + copies + refused;

/** Folder and name of a path of any system; a place inside a file belongs to the name. */
export function splitPath(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return { folder: path.slice(0, at + 1), name: path.slice(at + 1) || path };
}

/**
 * A path as one knows it from the import: below the folder that was named, or with the name of its root when there were
 * several. What stands inside a file follows the file's name.
 */
export function shownPath(path: string, roots: readonly string[]): string {
  const within = roots.find((root) => path.startsWith(root) && /^[/\\]/.test(path.slice(root.length)));
  if (within === undefined) return splitPath(path).name;
  if (roots.length === 1 && !/\.\w{1,8}$/.test(within)) return path.slice(within.length + 1);
  return splitPath(within).name + path.slice(within.length);
}

/** What was brought in: "articles", "Brest.txt and 2 more", "Pasted article". */
export function rootsInWords(roots: readonly string[]): string {
  const [first, ...more] = roots.map((root) => splitPath(root.replace(/[/\\]+$/, '')).name);
  if (first === undefined) return t('import-pasted');
  return more.length === 0
    ? first
    : t('import-roots-more', { name: first, number: more.length, count: count(more.length) });
}

/** "12 read · 3 copies · 1 refused": what there was none of is left out. */
export function countsInWords(counts: ImportCountsDto): string {
  const said = OUTCOMES.flatMap((outcome) => {
    const number = countOf(counts, outcome);
    return number === 0 ? [] : [t(`import-count-${outcome}`, { number, count: count(number) })];
  });
  return said.join(' · ');
}

/** Why a file became what it became, and the way out; empty when there is nothing to say. */
export function reasonInWords({ path, outcome, code, detail, notes }: ImportedFileDto): string {
  const why =
    outcome === 'refused'
      ? ((code === null ? null : tryT(`error-${code}`, { path })) ?? detail ?? t('error-unexpected'))
      : outcome === 'imported'
        ? ''
        : t(`outcome-why-${outcome}`);
  return [why, ...notes.map((note) => tryT(`note-${note}`) ?? '')].filter(Boolean).join(' ');
}
