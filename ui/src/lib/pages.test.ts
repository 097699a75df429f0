import { expect, test } from 'vitest';
import { PAGE, Pages, type AskPage } from './pages.svelte';

interface Asked {
  offset: number;
  answer: (rows: string[], total: number) => Promise<void>;
}

/** Questions that are answered when the test says so. */
function asking() {
  const asked: Asked[] = [];
  const ask: AskPage<string> = (offset) =>
    new Promise((resolve) =>
      asked.push({
        offset,
        answer: async (rows, total) => {
          resolve({ rows, total });
          await new Promise((done) => setTimeout(done));
        },
      }),
    );
  return { ask, asked };
}

test('the first page brings the length, the others come where one looks', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (_, at) => at);
  pages.show(ask);
  await asked[0]?.answer(['a'], 3 * PAGE);
  expect(pages.slots).toHaveLength(3 * PAGE);
  pages.see(2 * PAGE + 5, 2 * PAGE + 9);
  pages.see(2 * PAGE + 6, 2 * PAGE + 10);
  expect(asked.map(({ offset }) => offset)).toEqual([0, 2 * PAGE]);
  await asked[1]?.answer(['z'], 3 * PAGE);
  expect([0, PAGE, 2 * PAGE].map((place) => pages.slots.at(place)?.row)).toEqual(['a', undefined, 'z']);
});

test('an answer to the former question comes too late', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (row) => row);
  pages.show(ask);
  pages.show(ask);
  await asked[1]?.answer(['new'], 1);
  await asked[0]?.answer(['old', 'older'], 2);
  expect([pages.slots.length, pages.slots.at(0)?.row]).toEqual([1, 'new']);
});

test('re-reading keeps to what is in sight, and a failure keeps what is shown', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (_, at) => at);
  pages.show(ask);
  await asked[0]?.answer(['a'], 2 * PAGE);
  pages.see(PAGE + 1, PAGE + 2);
  await asked[1]?.answer(['b'], 2 * PAGE);
  pages.again();
  expect(asked.at(-1)?.offset).toBe(PAGE);
  pages.show(() => Promise.reject(new Error('gone')));
  await new Promise((done) => setTimeout(done));
  expect(pages.error?.code).toBe('unexpected');
  expect(pages.slots).toHaveLength(2 * PAGE);
});

test('a row that has come is found by its id, a place without one by none, and past the end is nothing', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (row) => row);
  pages.show(ask);
  await asked[0]?.answer(['a', 'b'], 1_000_000);
  expect([pages.slots.placeOf('b'), pages.slots.placeOf('z')]).toEqual([1, -1]);
  expect(pages.slots.at(999_999)).toEqual({ id: '#999999' });
  expect([pages.slots.at(-1), pages.slots.at(1_000_000)]).toEqual([undefined, undefined]);
});

test('what is only passed by is not asked for', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (row) => row);
  pages.show(ask);
  await asked[0]?.answer(['a'], 9 * PAGE);
  for (const page of [2, 3, 4, 5]) pages.see(page * PAGE, page * PAGE + 5);
  await asked[1]?.answer(['b'], 9 * PAGE);
  expect(asked.map(({ offset }) => offset / PAGE)).toEqual([0, 2, 5]);
});
