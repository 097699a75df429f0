import { expect, test } from 'vitest';
import type { SearchHitDto } from '$lib/ipc/generated/SearchHitDto';
import { moreHits } from './more-hits.svelte';

const hit = (article: number) => ({ article }) as SearchHitDto;
const ids = (hits: readonly SearchHitDto[]) => hits.map(({ article }) => article);

test('the next page is asked for once, from where the last one ends', async () => {
  const asked: number[] = [];
  const begin = [hit(1), hit(2)];
  const shown = moreHits(
    () => begin,
    (offset) => {
      asked.push(offset);
      return Promise.resolve([hit(offset + 1)]);
    },
    () => expect.fail(),
  );
  await Promise.all([shown.more(), shown.more()]);
  await shown.more();
  expect([asked, ids(shown.hits)]).toEqual([
    [2, 3],
    [1, 2, 3, 4],
  ]);
});

test('after an empty page there is no more, until another answer comes', async () => {
  let begin = [hit(1)];
  const asked: number[] = [];
  const shown = moreHits(
    () => begin,
    (offset) => {
      asked.push(offset);
      return Promise.resolve([]);
    },
    () => expect.fail(),
  );
  await shown.more();
  await shown.more();
  begin = [hit(7)];
  await shown.more();
  expect(asked).toEqual([1, 1]);
});

test('a page of the answer before is not added to the next one', async () => {
  let begin = [hit(1)];
  let come: (hits: SearchHitDto[]) => void = () => undefined;
  const shown = moreHits(
    () => begin,
    () => new Promise((resolve) => (come = resolve)),
    () => expect.fail(),
  );
  const late = shown.more();
  begin = [hit(5)];
  come([hit(2)]);
  await late;
  expect(ids(shown.hits)).toEqual([5]);
});

test('what is there stays where the next page fails, and it can be asked for again', async () => {
  const failures: unknown[] = [];
  const begin = [hit(1)];
  let broken = true;
  const shown = moreHits(
    () => begin,
    () => (broken ? Promise.reject(new Error('gone')) : Promise.resolve([hit(2)])),
    (thrown) => failures.push(thrown),
  );
  await shown.more();
  expect([failures.length, ids(shown.hits)]).toEqual([1, [1]]);
  broken = false;
  await shown.more();
  expect(ids(shown.hits)).toEqual([1, 2]);
});
