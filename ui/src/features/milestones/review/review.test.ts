import { describe, expect, it } from 'vitest';
import type { MilestoneDto } from '$lib/ipc/generated/MilestoneDto';
import type { RollUpDto } from '$lib/ipc/generated/RollUpDto';
import { doneInWords, doubted, remarksOn, reviewOf } from './review';

const sum = (more: Partial<RollUpDto>): RollUpDto => ({
  lane: null,
  parent: null,
  steps: [],
  shareDone: null,
  overdue: [],
  nextDeadline: null,
  next: null,
  ...more,
});
const warning = (what: string, words = '') => ({ what, words, evidence: [5], date: '2020-12-12' });

describe('what the register says of itself', () => {
  const review = reviewOf({
    rollUps: [sum({ overdue: [1] }), sum({ lane: 'energy' }), sum({ parent: 4 })],
    stalled: [{ milestone: 2, last: '2021-05-28' }],
    stallMonths: 9,
    warned: [
      { milestone: 1, warnings: [warning('one-outlet', 'TASS')], steps: [] },
      { milestone: 3, warnings: [warning('one-story'), warning('other-date', 'in May')], steps: [] },
    ],
  });
  const remarks = (id: number) => remarksOn({ id } as MilestoneDto, review);

  it('is found by milestone, lane and parent', () => {
    expect(review.overdue.has(1)).toBe(true);
    expect([review.ofLane.has('energy'), review.ofParent.has(4)]).toEqual([true, true]);
  });

  it('is to be looked at again where sources differ, be it about a step only', () => {
    expect(doubted(review)).toEqual(new Set([3]));
    const steps = [{ id: 7, warnings: [warning('lost')] }];
    const warned = new Map([[8, { milestone: 8, warnings: [], steps }]]);
    expect(doubted({ warned })).toEqual(new Set([8]));
  });

  it('tells few sources and rest quietly, other dates plainly', () => {
    expect(remarks(1)).toEqual({ words: ['All evidence is from one outlet: TASS.'], weighs: false });
    expect(remarks(2).words[0]).toContain('28 May 2021');
    expect([remarks(2).weighs, remarks(3).weighs, remarks(4).weighs]).toEqual([false, true, false]);
    expect(remarks(4).words).toEqual([]);
  });

  it('counts done among those not withdrawn', () => {
    const steps = [
      { step: 'begun', status: 'begun', count: 6 },
      { step: 'done', status: 'done', count: 2 },
      { step: 'withdrawn', status: 'withdrawn', count: 1 },
    ];
    expect(doneInWords(sum({ steps }))).toBe('2 of 8 done');
  });
});
