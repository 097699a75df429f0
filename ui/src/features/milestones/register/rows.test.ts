import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import { describe, expect, test } from 'vitest';
import { both, rowsOf, unevidenced, WITHOUT, type RegisterFilter, type SortOrder } from './rows';

const milestone = (id: number, title: string, more: Partial<MilestoneDto> = {}): MilestoneDto => ({
  id,
  slug: title,
  title: { en: title, ru: null, be: null },
  kind: 'decision',
  lane: 'institutions',
  parent: null,
  date: '2021',
  dateRule: '',
  earliest: '2021-01-01',
  latest: '2021-12-31',
  who: '',
  role: null,
  status: null,
  step: null,
  statusSince: null,
  statusIsJudgement: false,
  description: '',
  deadline: null,
  deadlineLatest: null,
  supports: 0,
  contradicts: 0,
  mentions: 0,
  accepted: 0,
  bundled: true,
  come: null,
  ...more,
});

const words = {
  title: ({ title }: MilestoneDto) => title.en,
  kind: ({ kind }: MilestoneDto) => kind,
  lane: ({ lane }: MilestoneDto) => lane,
  parent: () => '',
  ladder: ['done', 'begun', 'not-begun'],
  links: ({ id }: MilestoneDto) => (id === 3 ? 2 : 0),
};
const everything: RegisterFilter = { text: '', lane: null, status: null, only: null };
const byDate: SortOrder = { column: 'date', descending: false };

const treaty = milestone(1, 'Treaty', { earliest: '1999-01-01', latest: '1999-12-31' });
const court = milestone(2, 'Court', {
  parent: 1,
  earliest: '1999-01-01',
  status: 'not-begun',
  step: 'not-begun',
});
const tax = milestone(3, 'A single tax system', {
  parent: 1,
  status: 'begun',
  step: 'begun',
  lane: 'economy',
  supports: 2,
});
const talks = milestone(4, 'Talks', { earliest: '1995-01-01', latest: '1999-12-31' });
const all = [treaty, court, tax, talks];

function check(
  milestones: MilestoneDto[],
  expected: string[],
  { filter = everything, order = byDate, folded = [] as number[] } = {},
) {
  const rows = rowsOf(milestones, filter, order, new Set(folded), words);
  expect(rows.map(({ depth, milestone: { title } }) => '  '.repeat(depth) + title.en)).toEqual(expected);
  return rows;
}

describe('the register as rows', () => {
  test('children stand under their parent, families in order of date', () => {
    check(all, ['Talks', 'Treaty', '  Court', '  A single tax system']);
  });

  test('sorting by title turns each family', () => {
    check(all, ['Talks', 'Treaty', '  A single tax system', '  Court'], {
      order: { column: 'title', descending: false },
    });
    check(all, ['Treaty', '  Court', '  A single tax system', 'Talks'], {
      order: { column: 'title', descending: true },
    });
  });

  test('sorting by status follows the ladder', () => {
    check(all, ['Talks', 'Treaty', '  A single tax system', '  Court'], {
      order: { column: 'status', descending: false },
    });
  });

  test('a filter keeps the ancestors of what passes, and says which rows passed', () => {
    const rows = check(all, ['Treaty', '  A single tax system'], {
      filter: { ...everything, lane: 'economy' },
    });
    expect(rows.map(({ matches }) => matches)).toEqual([false, true]);
    check(all, ['Treaty', '  Court'], { filter: { ...everything, text: 'COURT' } });
    check(all, ['Treaty', '  Court'], { filter: { ...everything, status: 'not-begun' } });
  });

  test('what has no status, or no lane, can be looked at alone', () => {
    check(all, ['Talks', 'Treaty'], { filter: { ...everything, status: WITHOUT } });
    const laneless = milestone(9, 'Laneless', { lane: '' });
    check([...all, laneless], ['Laneless'], { filter: { ...everything, lane: WITHOUT } });
  });

  test('limits hold together', () => {
    const [one, other] = [new Set([1, 2]), new Set([2, 3])];
    expect([both(null, null), both(one, null), both(null, other)]).toEqual([null, one, other]);
    expect(both(one, other)).toEqual(new Set([2]));
  });

  test('sorting by lineage counts its links', () => {
    const order: SortOrder = { column: 'lineage', descending: true };
    check(all, ['Talks', 'Treaty', '  A single tax system', '  Court'], { order });
  });

  test('what rests on judgement can be looked at alone: statuses, and both ends of a link', () => {
    const judged = milestone(9, 'Judged', { statusIsJudgement: true });
    const link = { id: 1, from: 4, to: 1, kind: 'became', judgement: 'because', evidence: null };
    const only = unevidenced({
      milestones: [...all, judged],
      lineage: [link, { ...link, id: 2, to: 2, evidence: 5 }],
    });
    check([...all, judged], ['Talks', 'Treaty', 'Judged'], { filter: { ...everything, only } });
  });

  test('a folded family hides its children but counts them', () => {
    const rows = check(all, ['Talks', 'Treaty'], { folded: [1] });
    expect(rows[1]).toMatchObject({ children: 2, open: false });
  });

  test('"by November 2019" stands before what begins on that very day, after October', () => {
    const by = milestone(5, 'by', { earliest: null, latest: '2019-11-30' });
    const on = milestone(6, 'on', { earliest: '2019-11-30', latest: '2019-11-30' });
    const october = milestone(7, 'october', { earliest: '2019-10-31', latest: '2019-10-31' });
    const undated = milestone(8, 'undated', { earliest: null, latest: null });
    check([undated, on, by, october], ['october', 'by', 'on', 'undated']);
  });

  test('a circle of parents loses nothing', () => {
    const a = milestone(10, 'a', { parent: 11 });
    const b = milestone(11, 'b', { parent: 10 });
    check([a, b], ['a', '  b']);
  });
});
