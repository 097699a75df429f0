import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint } from './after-paint.svelte';
import { Query } from './ipc/query.svelte';
import { effectRoot } from './ipc/query-test-root.svelte';

let frames: FrameRequestCallback[] = [];
const draw = () => frames.splice(0).forEach((frame) => frame(0));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (place: number) => (frames[place - 1] = () => {}));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  frames = [];
});

test('a value follows once the frame with it was drawn; one that was replaced before never does', () => {
  const value = new Query<string>();
  let told!: { readonly current: string | null };
  const leave = effectRoot(() => (told = afterPaint(() => value.data ?? null)));
  const set = (next: string | undefined) => {
    value.data = next;
    flushSync();
  };
  set('first');
  draw();
  expect(told.current).toBeNull();
  set('second');
  vi.runAllTimers();
  expect(told.current).toBeNull();
  draw();
  vi.runAllTimers();
  expect(told.current).toBe('second');
  set(undefined);
  draw();
  vi.runAllTimers();
  expect(told.current).toBe('second');
  set('third');
  leave();
  draw();
  vi.runAllTimers();
  expect(told.current).toBe('second');
});
