import { expect, test } from 'vitest';
import type { FieldDto } from '$lib/ipc/generated/FieldDto';
import { fieldsInDoubt, focusAfter, reasonCounts } from './queue';

const none: ReadonlySet<number> = new Set();

test.each([
  ['nothing was open', [], [7, 8], null, none, 7],
  ['it is still there', [7, 8, 9], [7, 8], 8, none, 8],
  ['it has left: the next one', [7, 8, 9], [7, 9], 8, none, 9],
  ['it and the next have left', [7, 8, 9, 10], [7, 10], 8, none, 10],
  ['the last one has left', [7, 8, 9], [7, 8], 9, none, 8],
  ['the only one has left', [7], [], 7, none, null],
  ['one never in the queue', [], [7, 8], 99, none, 7],
  ['undo brought one back', [7, 9], [7, 8, 9], 9, new Set([8]), 8],
  ['another import brought one', [7, 9], [7, 8, 9], 9, none, 9],
])('%s', (_, before, after, active, decided, expected) => {
  expect(focusAfter(before, after, active, decided)).toBe(expected);
});

const field = (name: FieldDto['name'], needsALook = false): FieldDto => ({
  name,
  value: null,
  confidence: 'none',
  basis: [],
  alternatives: [],
  byAnalyst: false,
  needsALook,
});

test('a reason names its field, a doubt of a field counts by itself, a doubt about the text names none', () => {
  const fields = [field('title'), field('outlet', true), field('published')];
  const names = (found: FieldDto[]) => found.map(({ name }) => name);
  expect(names(fieldsInDoubt({ fields }, ['weak-date']))).toEqual(['outlet', 'published']);
  expect(names(fieldsInDoubt({ fields: [field('title')] }, ['no-text', 'mixed-encodings']))).toEqual([]);
});

test('an article with two reasons counts for both', () => {
  const counts = reasonCounts([{ reasons: ['no-date', 'no-title'] }, { reasons: ['no-date'] }]);
  expect([...counts]).toEqual([
    ['no-date', 2],
    ['no-title', 1],
  ]);
});
