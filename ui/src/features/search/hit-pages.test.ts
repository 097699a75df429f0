import { expect, test } from 'vitest';
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { hitPages } from './hit-pages.svelte';
import { PAGE } from './request';

const hit = (article: number) => ({ article }) as SearchHitDto;
const hits = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => hit(from + at));
const settled = () => new Promise((done) => setTimeout(done));

/** Hits whose articles are numbered by their places, of which the first page came with the answer. */
function numbered(all: number, total: number | undefined) {
  const asked: number[] = [];
  let broken = false;
  let begin = hits(0, Math.min(all, PAGE));
  let question = 'gas';
  const failures: unknown[] = [];
  const pages = hitPages({
    question: () => question,
    first: () => begin,
    total: () => total,
    page: (offset, limit) => {
      asked.push(offset / PAGE);
      return broken
        ? Promise.reject(new Error('gone'))
        : Promise.resolve(hits(offset, Math.max(offset, Math.min(all, offset + limit))));
    },
    onfailed: (thrown) => failures.push(thrown),
  });
  return {
    pages,
    asked,
    failures,
    breakIt: (now: boolean) => (broken = now),
    answerAgain: (other = question) => {
      question = other;
      begin = hits(1000, 1000 + PAGE);
    },
  };
}

test('the list is as long as there are hits, and what one looks at comes with a little beyond', async () => {
  const { pages, asked } = numbered(1000, 1000);
  expect(pages.length).toBe(1000);
  pages.see(500, 504);
  await settled();
  expect(asked).toEqual([10]);
  expect([pages.at(503)?.article, pages.at(300), pages.come.length]).toEqual([503, undefined, 2 * PAGE]);
  pages.see(531, 535);
  await settled();
  expect(asked).toEqual([10, 11]);
});

test('what one only passed by is not asked for', async () => {
  const { pages, asked } = numbered(10_000, 10_000);
  for (const place of [1000, 3000, 9000]) pages.see(place, place + 5);
  await settled();
  expect(asked).toEqual([20, 180]);
});

test('where the number is not known the list is as long as what has come, and ends where a page does', async () => {
  const { pages, asked } = numbered(PAGE + 10, undefined);
  expect(pages.length).toBe(PAGE);
  pages.see(40, 45);
  await settled();
  expect([asked, pages.length]).toEqual([[1], PAGE + 10]);
  pages.see(PAGE, PAGE + 9);
  await settled();
  expect(asked).toEqual([1]);
});

test('fewer hits than were counted end the list', async () => {
  const { pages } = numbered(PAGE + 3, 5 * PAGE);
  pages.see(40, 45);
  await settled();
  expect(pages.length).toBe(PAGE + 3);
});

test('what has come stays while the same is answered again, and goes with another question', async () => {
  const { pages, asked, answerAgain } = numbered(1000, 1000);
  pages.see(500, 504);
  await settled();
  answerAgain();
  expect([pages.at(0)?.article, pages.at(500)?.article]).toEqual([1000, 500]);
  pages.see(500, 504);
  await settled();
  expect(asked).toEqual([10, 10]);
  answerAgain('oil');
  expect([pages.at(0)?.article, pages.at(500)]).toEqual([1000, undefined]);
});

test('what is there stays where a page fails, and looking again asks again', async () => {
  const { pages, asked, failures, breakIt } = numbered(1000, 1000);
  breakIt(true);
  pages.see(200, 204);
  await settled();
  expect([failures.length, pages.at(3)?.article]).toEqual([1, 3]);
  breakIt(false);
  pages.see(200, 204);
  await settled();
  expect([asked, pages.at(203)?.article]).toEqual([[4, 4], 203]);
});
