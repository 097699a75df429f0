import { describe, expect, test } from 'vitest';
import { ticksOf } from './ticks';

const view = (from: string, to: string) => ({ t0: Date.parse(from), t1: Date.parse(to) });

describe('ticks of the axis', () => {
  test('decades are counted in years', () => {
    const ticks = ticksOf(view('1994-01-01', '2026-01-01'), 1000);
    expect(ticks.every(({ unit }) => unit === 'year')).toBe(true);
    expect(ticks.length).toBeLessThan(20);
  });

  test('one year shows months, its beginning stronger', () => {
    const ticks = ticksOf(view('2021-01-01', '2022-02-01'), 1000);
    expect(ticks.filter(({ major }) => major)).toHaveLength(2);
    expect(ticks.some(({ unit }) => unit === 'month')).toBe(true);
  });

  test('days are the finest', () => {
    const ticks = ticksOf(view('2021-02-20', '2021-02-23'), 1400);
    expect(ticks).toHaveLength(4);
  });
});
