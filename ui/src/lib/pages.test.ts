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
  expect([pages.slots[0]?.row, pages.slots[PAGE]?.row, pages.slots[2 * PAGE]?.row]).toEqual([
    'a',
    undefined,
    'z',
  ]);
});

test('an answer to the former question comes too late', async () => {
  const { ask, asked } = asking();
  const pages = new Pages<string>([], (row) => row);
  pages.show(ask);
  pages.show(ask);
  await asked[1]?.answer(['new'], 1);
  await asked[0]?.answer(['old', 'older'], 2);
  expect(pages.slots.map(({ row }) => row)).toEqual(['new']);
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
