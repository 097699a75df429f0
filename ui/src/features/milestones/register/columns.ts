// The columns of the register: which are shown, how wide they are, which can be written in.
export const COLUMNS = [
  'date',
  'title',
  'kind',
  'lane',
  'parent',
  'deadline',
  'who',
  'status',
  'lineage',
  'evidence',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What is shown until the analyst chooses; it gives way where it gets narrow. */
export const USUAL: readonly Column[] = ['date', 'title', 'kind', 'lane', 'who', 'status', 'evidence'];

/** In the order in which Tab goes through them. */
export const EDITABLE = ['title', 'date', 'kind', 'lane', 'parent', 'deadline', 'status'] as const;
export type Editable = (typeof EDITABLE)[number];

const WIDTHS: Record<Column, string> = {
  date: '124px',
  title: 'minmax(200px, 1fr)',
  kind: '108px',
  lane: '150px',
  parent: '180px',
  deadline: '112px',
  who: '200px',
  status: 'var(--status)',
  lineage: '200px',
  evidence: '74px',
};

/** The columns of what was kept; the title is always there. */
export function columnsOf(kept: string): readonly Column[] {
  if (kept === '') return USUAL;
  const names = kept.split(' ');
  return COLUMNS.filter((column) => column === 'title' || names.includes(column));
}

export const keptAs = (columns: readonly Column[]): string =>
  columns.length === USUAL.length && columns.every((column) => USUAL.includes(column))
    ? ''
    : columns.join(' ');

export function toggled(columns: readonly Column[], column: Column): readonly Column[] {
  return COLUMNS.filter((other) => (other === column) !== columns.includes(other) || other === 'title');
}

const STATUS_PX = { least: 116, most: 184, letter: 7, beside: 34 };

/** As wide as the longest words of the ladder, within bounds. */
export function statusWidth(steps: readonly { word: string }[]): string {
  const { least, most, letter, beside: glyph } = STATUS_PX;
  const wanted = steps.map(({ word }) => glyph + letter * word.length);
  return `${Math.min(most, Math.max(least, ...wanted))}px`;
}

/** As a value of grid-template-columns. */
export const templateOf = (columns: readonly Column[]): string =>
  columns.map((column) => WIDTHS[column]).join(' ');

/** The next column that can be written in and is shown; null past either end. */
export function beside(columns: readonly Column[], from: Editable, back: boolean): Editable | null {
  const open = EDITABLE.filter((column) => columns.includes(column));
  return open[open.indexOf(from) + (back ? -1 : 1)] ?? null;
}
