import { describe, expect, test } from 'vitest';
import { DAY_MS } from './extent';
import { bounded, fitted, moved, revealing, zoomed } from './view';

const whole = { t0: 0, t1: 10_000 * DAY_MS };
const view = { t0: 2_000 * DAY_MS, t1: 4_000 * DAY_MS };

describe('the view of the axis', () => {
  test('zooming keeps the moment under the pointer where it is', () => {
    const about = 2_500 * DAY_MS;
    const next = zoomed(view, 0.5, about, whole);
    const share = (v: typeof view) => (about - v.t0) / (v.t1 - v.t0);
    expect(share(next)).toBeCloseTo(share(view));
    expect(next.t1 - next.t0).toBeCloseTo(1_000 * DAY_MS);
  });

  test('zooming ends at some days and at one and a half times the whole', () => {
    expect(
      zoomed(view, 0.000001, 3_000 * DAY_MS, whole).t1 - zoomed(view, 0.000001, 3_000 * DAY_MS, whole).t0,
    ).toBeCloseTo(5 * DAY_MS);
    const far = zoomed(view, 1000, 3_000 * DAY_MS, whole);
    expect(far.t1 - far.t0).toBeCloseTo(15_000 * DAY_MS);
  });

  test('the middle of the view never leaves the whole', () => {
    const gone = moved(view, 50, whole);
    expect((gone.t0 + gone.t1) / 2).toBeLessThanOrEqual(whole.t1);
    const back = bounded({ t0: -9e15, t1: -9e15 + DAY_MS }, whole);
    expect((back.t0 + back.t1) / 2).toBeGreaterThanOrEqual(whole.t0);
  });

  test('revealing moves only when needed', () => {
    expect(revealing(view, 3_000 * DAY_MS, whole)).toBe(view);
    const right = revealing(view, 5_000 * DAY_MS, whole);
    expect(right.t1).toBeGreaterThan(5_000 * DAY_MS);
    expect(right.t1 - right.t0).toBeCloseTo(view.t1 - view.t0);
  });

  test('today is in sight where it is near, and does not press the past together where it is not', () => {
    const past = [{ from: 100 * DAY_MS, to: 10_100 * DAY_MS }];
    expect(fitted(past, 11_000 * DAY_MS).t1).toBeGreaterThan(11_000 * DAY_MS);
    expect(fitted(past, 20_000 * DAY_MS)).toEqual(fitted(past));
    expect(fitted(past, 5_000 * DAY_MS)).toEqual(fitted(past));
  });

  test('fitting leaves air, and shows something when there is nothing', () => {
    const fit = fitted([{ from: 100 * DAY_MS, to: 200 * DAY_MS }]);
    expect(fit.t0).toBeLessThan(100 * DAY_MS);
    expect(fit.t1).toBeGreaterThan(200 * DAY_MS);
    expect(fit.t1).toBeLessThan(240 * DAY_MS);
    const none = fitted([]);
    expect(none.t1).toBeGreaterThan(none.t0);
  });
});
