import { beforeEach, expect, test } from 'vitest';
import { go, route, slide } from './route.svelte';

beforeEach(() => go('look', 3));

test('sliding changes what is chosen in the section', () => {
  slide('look', 4);
  expect(route()).toMatchObject({ section: 'look', id: '4' });
});

test('who has left for another section is not called back', () => {
  // The address changes first; the window hears of it later.
  location.hash = '#/imports';
  slide('look', 4);
  expect(location.hash).toBe('#/imports');
});
