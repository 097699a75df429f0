import { flushSync } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { announce } from './changes';
import { forgetAnswers, query, type Query } from './query.svelte';
import { effectRoot } from './query-test-root.svelte';

beforeEach(forgetAnswers);

const settled = () => new Promise((done) => setTimeout(done));

/** Runs `setup` as a component would, until the returned function is called. */
function component<T>(setup: () => T): { value: T; leave: () => void } {
  let value!: T;
  const leave = effectRoot(() => (value = setup()));
  flushSync();
  return { value, leave };
}

test('it asks again when one of its kinds changes, and only then', async () => {
  const ask = vi.fn(async () => ask.mock.calls.length);
  const { value, leave } = component(() => query(['tags'], ask));
  await settled();
  expect(value.data).toBe(1);
  announce(['notes']);
  await settled();
  expect(ask).toHaveBeenCalledTimes(1);
  announce(['tags', 'articles']);
  announce(['tags']);
  await settled();
  flushSync();
  await settled();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(value.data).toBe(2);
  leave();
  announce(['tags']);
  await settled();
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a late answer to an earlier question is dropped', async () => {
  const answers: ((value: string) => void)[] = [];
  const ask = () => new Promise<string>((answer) => answers.push(answer));
  const { value, leave } = component(() => query(['tags'], ask));
  announce(['tags']);
  await settled();
  flushSync();
  answers[1]?.('new');
  await settled();
  answers[0]?.('old');
  await settled();
  expect(value.data).toBe('new');
  leave();
});

test('a failure keeps the last answer and says what went wrong', async () => {
  let fails = false;
  const ask = async () => {
    if (fails) throw { code: 'disk-full', args: { path: 'x' }, detail: 'ENOSPC' };
    return 'kept';
  };
  const { value, leave } = component((): Query<string> => query(['tags'], ask));
  await settled();
  fails = true;
  announce(['tags']);
  await settled();
  flushSync();
  await settled();
  expect(value.data).toBe('kept');
  expect(value.error?.code).toBe('disk-full');
  leave();
});

test('with a key the last answer is shown at once when the question comes back', async () => {
  const first = component(() => query([], async () => 'answer', { key: () => 'k' }));
  await settled();
  first.leave();
  const second = component(() => query([], () => new Promise<string>(() => {}), { key: () => 'k' }));
  expect(second.value.data).toBe('answer');
  second.leave();
});

test('what stays is shown until the next question is answered', async () => {
  let key = 'one';
  const answers: ((value: string) => void)[] = [];
  const ask = () => new Promise<string>((answer) => answers.push(answer));
  const { value, leave } = component(() => query(['tags'], ask, { key: () => key, stays: true }));
  answers[0]?.('of one');
  await settled();
  key = 'two';
  announce(['tags']);
  await settled();
  flushSync();
  expect(value.data).toBe('of one');
  answers[1]?.('of two');
  await settled();
  expect(value.data).toBe('of two');
  leave();
});
