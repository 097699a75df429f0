// A spreadsheet as it would be taken in: which rows are shown first, and what is said of them.
import { count, t, tryT } from '$lib/i18n';
import type { RowFaultDto } from '$lib/ipc/generated/RowFaultDto';
import type { SheetLookDto } from '$lib/ipc/generated/SheetLookDto';
import type { SheetRowDto } from '$lib/ipc/generated/SheetRowDto';

/** What a column can hold, in the order in which it is offered. */
export const FIELDS = [
  'title',
  'date',
  'kind',
  'lane',
  'parent',
  'deadline',
  'status',
  'since',
  'reason',
  'who',
  'role',
  'description',
  'number',
  'uid',
  'title-ru',
  'title-be',
] as const;

export const OUTCOMES = ['refused', 'new', 'changed', 'same'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const isSpreadsheet = (path: string): boolean => /\.(xlsx|xlsm|csv|tsv)$/i.test(path);

export function countOf(look: SheetLookDto, outcome: Outcome): number {
  return { refused: look.refused, new: look.added, changed: look.changed, same: look.unchanged }[outcome];
}

/** What needs a look first: refused, then in the order of the file. */
export function rowsShown(rows: readonly SheetRowDto[], only: string | null): SheetRowDto[] {
  const wanted = only === null ? rows : rows.filter(({ outcome }) => outcome === only);
  return wanted.toSorted(
    (a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || a.number - b.number,
  );
}

/** The columns with `field` at one place only. */
export function withField(
  columns: readonly { field: string | null }[],
  place: number,
  field: string | null,
): (string | null)[] {
  return columns.map((column, at) => {
    if (at === place) return field;
    return column.field === field ? null : column.field;
  });
}

export function faultInWords({ what, column, words }: RowFaultDto): string {
  return tryT(`sheet-wrong-${what}`, { column, words }) ?? what;
}

/** "changes date, status; known by its UUID", or why a row is refused. */
export function outcomeInWords({ outcome, fields, by, faults }: SheetRowDto): string {
  if (outcome === 'refused') return faults.map(faultInWords).join(' ');
  if (outcome === 'new') return t('sheet-row-new');
  const known = tryT(`sheet-by-${by ?? 'title'}`) ?? '';
  if (outcome === 'same') return t('sheet-row-same', { known });
  return t('sheet-row-changed', {
    fields: fields.map((field) => tryT(`sheet-field-${field}`) ?? field).join(', '),
    known,
  });
}

/** "12 new · 3 changed · 1 refused", without what there is none of. */
export function sumInWords(look: SheetLookDto): string {
  return OUTCOMES.filter((outcome) => countOf(look, outcome) > 0)
    .map((outcome) => t(`sheet-count-${outcome}`, { number: count(countOf(look, outcome)) }))
    .join(' · ');
}
