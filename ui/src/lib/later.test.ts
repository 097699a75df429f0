import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { later } from './later';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('work put off until typing pauses', () => {
  test('runs once, with the newest words', () => {
    const run = vi.fn();
    const ask = later(run, 70);
    for (const typed of ['s', 'so', 'soch', 'sochi']) {
      ask(typed);
      vi.advanceTimersByTime(30);
    }
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(run.mock.calls).toEqual([['sochi']]);
  });

  test('does not wait longer than it may, however long typing goes on', () => {
    const run = vi.fn();
    const ask = later(run, 70, 200);
    for (let at = 0; at < 10; at++) {
      ask(at);
      vi.advanceTimersByTime(50);
    }
    expect(run.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  test('flushing runs what waits, at once and only once', () => {
    const run = vi.fn();
    const ask = later(run, 2000);
    ask('note');
    expect(ask.waiting()).toBe(true);
    ask.flush();
    ask.flush();
    vi.advanceTimersByTime(5000);
    expect(run.mock.calls).toEqual([['note']]);
    expect(ask.waiting()).toBe(false);
  });

  test('what is cancelled never runs', () => {
    const run = vi.fn();
    const ask = later(run, 70);
    ask();
    ask.cancel();
    ask.flush();
    vi.advanceTimersByTime(500);
    expect(run).not.toHaveBeenCalled();
  });
});
