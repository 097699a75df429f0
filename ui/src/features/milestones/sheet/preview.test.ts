import { describe, expect, it } from 'vitest';
import type { SheetRowDto } from '$lib/ipc/generated/SheetRowDto';
import { isSpreadsheet, outcomeInWords, rowsShown, withField } from './preview';

const row = (number: number, outcome: string, more: Partial<SheetRowDto> = {}): SheetRowDto => ({
  number,
  title: `Row ${number}`,
  date: null,
  outcome,
  milestone: null,
  by: null,
  fields: [],
  faults: [],
  ...more,
});

describe('the preview of a spreadsheet', () => {
  it('shows refused rows first, the others as they stand in the file', () => {
    const rows = [row(2, 'new'), row(3, 'refused'), row(4, 'same'), row(5, 'refused')];
    expect(rowsShown(rows, null).map(({ number }) => number)).toEqual([3, 5, 2, 4]);
    expect(rowsShown(rows, 'same').map(({ number }) => number)).toEqual([4]);
  });

  it('lets a field stand for one column only', () => {
    const columns = [{ field: 'title' }, { field: null }, { field: 'date' }];
    expect(withField(columns, 1, 'title')).toEqual([null, 'title', 'date']);
    expect(withField(columns, 0, null)).toEqual([null, null, 'date']);
  });

  it('says of a refused row where and how to mend it, of a changed one what and how it was known', () => {
    const refused = row(7, 'refused', {
      faults: [{ what: 'not-a-date', column: 'Date', words: 'sometime' }],
    });
    expect(outcomeInWords(refused)).toContain('Date “sometime”');
    const changed = row(8, 'changed', { fields: ['date', 'status'], by: 'title-and-date' });
    expect(outcomeInWords(changed)).toBe('Changes date, status. Known by title and date.');
  });

  it('knows spreadsheets by their ending', () => {
    expect(['a.XLSX', 'b.csv', 'c.pdf', 'd.xlsx.txt'].filter(isSpreadsheet)).toEqual(['a.XLSX', 'b.csv']);
  });
});
