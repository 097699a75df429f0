import { startPrefs } from '$lib/prefs.svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tour, TOUR_STEPS } from './tour.svelte';

let saved = '';
beforeEach(() => {
  vi.useFakeTimers();
  startPrefs('', (json) => (saved = json));
  if (tour.at !== null) tour.leave();
  startPrefs('', (json) => (saved = json));
});
afterEach(() => vi.useRealTimers());

test('it has five steps, shows the place it speaks of, and goes both ways', () => {
  expect(TOUR_STEPS).toHaveLength(5);
  tour.offer();
  expect([tour.at, location.hash]).toEqual([0, '#/overview']);
  tour.back();
  expect(tour.at).toBe(0);
  tour.next();
  tour.next();
  expect([tour.at, location.hash]).toEqual([2, '#/milestones']);
  tour.back();
  expect([tour.at, location.hash]).toEqual([1, '#/articles']);
});

test('left at any step, it does not come again by itself, but when asked for', () => {
  tour.offer();
  tour.next();
  tour.leave();
  vi.runAllTimers();
  expect(JSON.parse(saved)).toMatchObject({ tour: 'left' });
  tour.offer();
  expect(tour.at).toBeNull();
  tour.start();
  expect(tour.at).toBe(0);
});

test('its last step ends it, as leaving does', () => {
  tour.offer();
  for (let step = 0; step < TOUR_STEPS.length - 1; step++) tour.next();
  expect(tour.last).toBe(true);
  tour.next();
  expect(tour.at).toBeNull();
  tour.offer();
  expect(tour.at).toBeNull();
});

test('who left it in an earlier session is not asked again', () => {
  startPrefs('{"tour":"left"}', () => undefined);
  tour.offer();
  expect(tour.at).toBeNull();
});
