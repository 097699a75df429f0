import { describe, expect, it } from 'vitest';
import { beside, columnsOf, keptAs, statusWidth, toggled, USUAL } from './columns';

describe('the columns of the register', () => {
  it('are the usual ones until others are chosen, and the title is always there', () => {
    expect(columnsOf('')).toEqual(USUAL);
    expect(columnsOf('deadline no-such')).toEqual(['title', 'deadline']);
    expect(toggled(['title', 'date'], 'title')).toEqual(['date', 'title']);
    expect(toggled(['date', 'title'], 'deadline')).toEqual(['date', 'title', 'deadline']);
  });

  it('are kept as words, and the usual ones as none', () => {
    expect(keptAs(toggled(toggled(USUAL, 'parent'), 'parent'))).toBe('');
    expect(columnsOf(keptAs(toggled(USUAL, 'who')))).toEqual(USUAL.filter((column) => column !== 'who'));
  });

  it('are gone through by Tab where they can be written in', () => {
    expect(beside(USUAL, 'title', false)).toBe('date');
    expect(beside(USUAL, 'lane', false)).toBe('status');
    expect([beside(USUAL, 'status', false), beside(USUAL, 'title', true)]).toEqual([null, null]);
  });

  it('of the status is as wide as the ladder has it, and not without end', () => {
    const width = (...words: string[]) => statusWidth(words.map((word) => ({ word })));
    expect([width(), width('begun', 'done')]).toEqual(['116px', '116px']);
    expect(width('begun', 'close to adoption')).toBe('153px');
    expect(width('ж'.repeat(60))).toBe('184px');
  });
});
