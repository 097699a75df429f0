import { afterEach, expect, test } from 'vitest';
import { runningImports, takeProgress } from './importing.svelte';
import type { ImportCountsDto } from './ipc/generated/ImportCountsDto';
import type { JobProgressDto } from './ipc/generated/JobProgressDto';
import { dismiss, toasts } from './kit/toasts.svelte';

const nothing: ImportCountsDto = {
  imported: 0,
  copies: 0,
  reprints: 0,
  needsALook: 0,
  refused: 0,
  cameIn: 0,
};

const progress = (job: number, more: Partial<JobProgressDto> = {}): JobProgressDto => ({
  job,
  kind: 'import',
  import: job + 100,
  done: 10,
  total: 40,
  bytesDone: 1000,
  current: 'a.txt',
  elapsedMs: 500,
  state: 'running',
  report: null,
  effects: [],
  error: null,
  changed: [],
  ...more,
});

const ended = (job: number, counts: Partial<ImportCountsDto>, more: Partial<JobProgressDto> = {}) =>
  progress(job, {
    state: 'finished',
    report: { import: job + 100, operation: 7, counts: { ...nothing, ...counts } },
    ...more,
  });

const said = () => toasts().map(({ text, action }) => [text, action?.label]);

afterEach(() => toasts().forEach(({ id }) => dismiss(id)));

test('two imports run side by side, each with its own pace', () => {
  takeProgress(progress(1));
  takeProgress(progress(2, { done: 3 }));
  takeProgress(progress(1, { done: 20, elapsedMs: 2500 }));
  expect(runningImports().map((one) => [one.progress.import, one.progress.done, one.steps.length])).toEqual([
    [101, 20, 2],
    [102, 3, 1],
  ]);
  takeProgress(ended(1, { imported: 40 }));
  expect(runningImports().map((one) => one.progress.job)).toEqual([2]);
  takeProgress(ended(2, { imported: 1 }));
});

test.each([
  ['all came in', ended(3, { imported: 2, reprints: 1, cameIn: 3 }), '3 articles imported.', 'Undo'],
  [
    'one needs a look',
    ended(3, { needsALook: 1, reprints: 1, cameIn: 1 }),
    'One article imported. One needs a look.',
    'Look',
  ],
  [
    'some did not',
    ended(3, { imported: 2, cameIn: 2, copies: 1, refused: 4 }),
    '2 imported, 1 already here, 4 refused.',
    'Show report',
  ],
  [
    'it was stopped',
    ended(3, { imported: 2 }, { state: 'cancelled' }),
    'The import was stopped. What had been read stays; it can be resumed.',
    'Show report',
  ],
])('%s: the toast says so and offers the way on', (_, progress, text, action) => {
  takeProgress(progress);
  expect(said()).toEqual([[text, action]]);
});
